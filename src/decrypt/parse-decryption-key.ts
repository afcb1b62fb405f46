import { exportJWK } from 'jose';
import { memberOf, stringMember, stringsMember } from '../decode/members.ts';
import { scanJson } from '../decode/scan-json.ts';
import type { DecryptionJwk, DecryptionKey, JsonNode, KeyReading, ParsedDecryptionKeys, Problem } from '../types.ts';
import { readSecret } from '../verify/parse-secret.ts';
import { readPemBlock } from '../verify/pem-block.ts';

/** Longest key text, in UTF-16 units. */
const MAX_KEY = 65_536;
/** Keys of a set that are looked at. */
const MAX_KEYS = 100;

/** Every type is tried: WebCrypto refuses the wrong ones, so no ASN.1 has to be read here. */
const ALGORITHMS: readonly (readonly [RsaHashedImportParams | EcKeyImportParams | { readonly name: string }, KeyUsage])[] = [
  [{ name: 'RSA-OAEP', hash: 'SHA-256' }, 'decrypt'],
  [{ name: 'ECDH', namedCurve: 'P-256' }, 'deriveBits'],
  [{ name: 'ECDH', namedCurve: 'P-384' }, 'deriveBits'],
  [{ name: 'ECDH', namedCurve: 'P-521' }, 'deriveBits'],
  [{ name: 'X25519' }, 'deriveBits'],
];

/**
 * Reads what can decrypt: a secret or password (as UTF-8, base64, base64url and hex, each reading one key), a private
 * JWK or a JWKS (RFC 7517), a PKCS#8 PEM (RFC 5958). Never rejects; problems never quote the key. `hint` keeps one reading of a secret.
 */
export async function parseDecryptionKey(text: string, hint?: KeyReading): Promise<ParsedDecryptionKeys> {
  const trimmed = text.trim();
  if (trimmed === '') return refuse({ code: 'key-empty', message: 'the key is empty' });
  if (text.length > MAX_KEY) return refuse({ code: 'key-too-large', message: `${text.length} characters are more than the ${MAX_KEY} a key may have` });
  const pem = trimmed.indexOf('-----BEGIN ');
  if (pem >= 0) return parsePkcs8(trimmed.slice(pem));
  if (trimmed.startsWith('{')) return parseJwks(trimmed);
  const keys = readSecret(text, hint).map(({ reading, jwk }) => ({ reading, jwk }));
  return keys.length > 0 ? { keys, problems: [] } : refuse({ code: 'key-unsupported', message: `the key cannot be read as ${hint ?? 'a secret'}` });
}

async function parsePkcs8(pem: string): Promise<ParsedDecryptionKeys> {
  const block = readPemBlock(pem);
  if ('message' in block) return refuse({ code: 'key-pem', message: block.message });
  if (block.label !== 'PRIVATE KEY') return refuse({ code: 'key-unsupported', message: `expected PRIVATE KEY (PKCS#8), found "${block.label.slice(0, 40)}"` });
  for (const [algorithm, usage] of ALGORITHMS) {
    const key = await crypto.subtle.importKey('pkcs8', block.der, algorithm, true, [usage]).catch(() => undefined);
    if (key === undefined) continue;
    const { kty = '', n, e, d, p, q, dp, dq, qi, crv, x, y } = await exportJWK(key);
    return { keys: [{ reading: 'pkcs8', jwk: { kty, ...present({ n, e, d, p, q, dp, dq, qi, crv, x, y }) } }], problems: [] };
  }
  return refuse({ code: 'key-unsupported', message: 'no RSA, P-256, P-384, P-521 or X25519 key could be read from the PRIVATE KEY block' });
}

function parseJwks(text: string): ParsedDecryptionKeys {
  const { node, problems } = scanJson(text);
  const [problem] = problems;
  if (node === undefined || problem !== undefined) return refuse({ code: node === undefined ? 'key-json' : 'key-jwk', message: `the key: ${problem?.message ?? 'not JSON'}` });
  const keys = memberOf(node, 'keys');
  if (keys !== undefined && keys.type !== 'array') return refuse({ code: 'key-jwk', message: `expected "keys" to be an array (RFC 7517 section 5), found ${keys.type}` });
  if (keys?.items.length === 0) return refuse({ code: 'key-empty', message: 'the set holds no key' });
  const reading = keys === undefined ? 'jwk' : 'jwks';
  const results = (keys?.items.slice(0, MAX_KEYS) ?? [node]).map((item, index) => readJwk(item, reading, reading === 'jwk' ? 'the key' : `key ${index + 1} of the set`));
  if ((keys?.items.length ?? 0) > MAX_KEYS) results.push({ code: 'key-set-cut', message: `only the first ${MAX_KEYS} keys of the set are read` });
  return { keys: results.filter((result) => 'jwk' in result), problems: results.filter((result) => 'code' in result) };
}

/** RFC 7518 section 6: what each type cannot do without. That a key is public only is found when it is to be used. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([['oct', ['k']], ['RSA', ['n', 'e']], ['EC', ['crv', 'x', 'y']], ['OKP', ['crv', 'x']]]);

function readJwk(node: JsonNode, reading: KeyReading, name: string): DecryptionKey | Problem {
  const kty = stringMember(node, 'kty') ?? '';
  const required = REQUIRED.get(kty);
  if (required === undefined) return { code: kty === '' ? 'key-jwk' : 'key-unsupported', message: `${name}: expected "kty" to be oct, RSA, EC or OKP` };
  const missing = required.find((member) => stringMember(node, member) === undefined);
  if (missing !== undefined) return { code: 'key-jwk', message: `${name}: expected "${missing}" to be a string` };
  const members = Object.fromEntries(MEMBERS.map((member) => [member, stringMember(node, member)]));
  const operations = stringsMember(node, 'key_ops');
  return { reading, jwk: { kty, ...present(members), ...(operations === undefined ? {} : { key_ops: operations }) } };
}

const MEMBERS = ['kid', 'alg', 'use', 'k', 'n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'crv', 'x', 'y'];

function present(members: Readonly<Record<string, string | undefined>>): Omit<DecryptionJwk, 'kty'> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function refuse(problem: Problem): ParsedDecryptionKeys {
  return { keys: [], problems: [problem] };
}
