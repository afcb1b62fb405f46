import { exportJWK, importX509 } from 'jose';
import type { KeyReading, ParsedKeys, Problem } from '../types.ts';
import { type Der, wrapPkcs1 } from './der.ts';
import { type PemFault, readPemBlock } from './pem-block.ts';
import { toPublicJwk } from './public-jwk.ts';

type ImportKey = (der: Der) => Promise<CryptoKey | undefined>;

/** Every key type is tried: WebCrypto refuses the wrong ones, so no ASN.1 has to be read here. */
const ALGORITHMS: readonly (RsaHashedImportParams | EcKeyImportParams | AlgorithmIdentifier)[] = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'ECDSA', namedCurve: 'P-384' },
  { name: 'ECDSA', namedCurve: 'P-521' },
  { name: 'Ed25519' },
];

const LABELS: ReadonlyMap<string, { readonly reading: KeyReading; readonly importKey: ImportKey }> = new Map([
  ['PUBLIC KEY', { reading: 'spki', importKey: importFirst('spki', 'verify') }],
  ['RSA PUBLIC KEY', { reading: 'pkcs1', importKey: (der: Der) => importFirst('spki', 'verify')(wrapPkcs1(der)) }],
  ['PRIVATE KEY', { reading: 'pkcs8', importKey: importFirst('pkcs8', 'sign') }],
  ['CERTIFICATE', { reading: 'x509', importKey: importCertificate }],
]);

/** The first PEM block of a text, RFC 7468. `text` begins with `-----BEGIN`. Never rejects; of a private key the public half is kept. */
export async function parsePem(text: string): Promise<ParsedKeys> {
  const block = readPemBlock(text);
  if ('message' in block) return refuse('key-pem', block);
  const known = LABELS.get(block.label);
  if (known === undefined) {
    return refuse('key-unsupported', { offset: 0, message: `expected PUBLIC KEY, RSA PUBLIC KEY, PRIVATE KEY or CERTIFICATE, found "${block.label.slice(0, 40)}"` });
  }
  const key = await known.importKey(block.der);
  const { jwk } = key === undefined ? {} : toPublicJwk(await publicMembers(key));
  if (jwk === undefined) return refuse('key-unsupported', { message: `no RSA, P-256, P-384, P-521 or Ed25519 key could be read from the ${block.label} block` });
  return { keys: [{ reading: known.reading, jwk, fromPrivate: known.reading === 'pkcs8' }], problems: [] };
}

/** WebCrypto adds `alg`, `ext` and `key_ops` for the algorithm that was tried: none of them is the key's own. */
async function publicMembers(key: CryptoKey): Promise<object> {
  const { kty, n, e, crv, x, y } = await exportJWK(key);
  return { kty, n, e, crv, x, y };
}

function importFirst(format: 'spki' | 'pkcs8', usage: KeyUsage): ImportKey {
  return async (der) => {
    for (const algorithm of ALGORITHMS) {
      const key = await crypto.subtle.importKey(format, der, algorithm, true, [usage]).catch(() => undefined);
      if (key !== undefined) return key;
    }
    return undefined;
  };
}

/** The certificate itself is not validated: only its key is taken. */
async function importCertificate(der: Der): Promise<CryptoKey | undefined> {
  const pem = `-----BEGIN CERTIFICATE-----\n${btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))}\n-----END CERTIFICATE-----`;
  for (const alg of ['RS256', 'ES256', 'ES384', 'ES512', 'Ed25519']) {
    const key = await importX509(pem, alg, { extractable: true }).catch(() => undefined);
    if (key !== undefined) return key;
  }
  return undefined;
}

function refuse(code: Problem['code'], { offset, message }: PemFault): ParsedKeys {
  return { keys: [], problems: [{ code, ...(offset === undefined ? {} : { offset }), message }] };
}
