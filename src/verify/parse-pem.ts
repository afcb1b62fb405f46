import { exportJWK, importX509 } from 'jose';
import type { KeyReading, ParsedKeys, Problem } from '../types.ts';
import { toPublicJwk } from './public-jwk.ts';

type Der = Uint8Array<ArrayBuffer>;
type ImportKey = (der: Der) => Promise<CryptoKey>;

/** Every key type is tried: WebCrypto refuses the wrong ones, so no ASN.1 has to be read here. */
const ALGORITHMS: readonly (RsaHashedImportParams | EcKeyImportParams | AlgorithmIdentifier)[] = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'ECDSA', namedCurve: 'P-384' },
  { name: 'ECDSA', namedCurve: 'P-521' },
  { name: 'Ed25519' },
];

const LABELS: Readonly<Record<string, { reading: KeyReading; importKey: ImportKey }>> = {
  'PUBLIC KEY': { reading: 'spki', importKey: importFirst('spki', 'verify') },
  'RSA PUBLIC KEY': { reading: 'pkcs1', importKey: (der) => importFirst('spki', 'verify')(wrapPkcs1(der)) },
  'PRIVATE KEY': { reading: 'pkcs8', importKey: importFirst('pkcs8', 'sign') },
  CERTIFICATE: { reading: 'x509', importKey: importCertificate },
};

/** The first PEM block of a text, RFC 7468. `text` begins with `-----BEGIN`. Never rejects. */
export async function parsePem(text: string): Promise<ParsedKeys> {
  const match = /^-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/.exec(text);
  if (match === null) return refuse('key-pem', 'expected a PEM block from "-----BEGIN …-----" to an "-----END …-----" of the same name');
  const [, label = '', body = ''] = match;
  const known = Object.hasOwn(LABELS, label) ? LABELS[label] : undefined;
  if (known === undefined) return refuse('key-unsupported', `expected PUBLIC KEY, RSA PUBLIC KEY, PRIVATE KEY or CERTIFICATE, found "${label.slice(0, 40)}"`);
  const der = decodeBody(body);
  if (der === undefined || der.length === 0) return refuse('key-pem', 'the text between the BEGIN and END lines is no base64');
  try {
    const key = await known.importKey(der);
    const { jwk } = toPublicJwk(await publicMembers(key));
    if (jwk === undefined) return refuse('key-unsupported', 'the key is of a type that cannot be used here');
    return { keys: [{ reading: known.reading, jwk, fromPrivate: known.reading === 'pkcs8' }], problems: [] };
  } catch {
    return refuse('key-unsupported', 'no RSA, P-256, P-384, P-521 or Ed25519 key could be read from the block');
  }
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
    throw new Error('no algorithm fits');
  };
}

/** The certificate itself is not validated: only its key is taken. */
async function importCertificate(der: Der): Promise<CryptoKey> {
  const pem = `-----BEGIN CERTIFICATE-----\n${btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))}\n-----END CERTIFICATE-----`;
  for (const alg of ['RS256', 'ES256', 'ES384', 'ES512', 'Ed25519']) {
    const key = await importX509(pem, alg, { extractable: true }).catch(() => undefined);
    if (key !== undefined) return key;
  }
  throw new Error('no algorithm fits');
}

/** Line ends may be written `\n`, as environment variables and JSON have them. */
function decodeBody(body: string): Der | undefined {
  try {
    return Uint8Array.from(atob(body.replace(/\\[nr]|\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** PKCS#1 in SubjectPublicKeyInfo: the RSA algorithm identifier and a bit string around it, RFC 8017 appendix A.1. */
function wrapPkcs1(der: Der): Der {
  const rsaEncryption = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
  const bits = [0x03, ...derLength(der.length + 1), 0x00];
  const length = rsaEncryption.length + bits.length + der.length;
  return Uint8Array.from([0x30, ...derLength(length), ...rsaEncryption, ...bits, ...der]);
}

/** DER's long form in two bytes: enough for every key text that is accepted. */
function derLength(length: number): number[] {
  return [0x82, length >> 8, length & 0xff];
}

function refuse(code: Problem['code'], message: string): ParsedKeys {
  return { keys: [], problems: [{ code, message }] };
}
