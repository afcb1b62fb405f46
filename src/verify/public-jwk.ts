import { decodeBase64url } from '../decode/base64url.ts';
import type { PublicOrSecretJwk } from '../types.ts';
import { algorithmFor } from './algorithms.ts';

const TEXTS = ['kid', 'alg', 'use', 'k', 'n', 'e', 'crv', 'x', 'y', 'pub'] as const;
type Text = (typeof TEXTS)[number];
/** Members that must be there and be strings, by key type: RFC 7518 section 6, RFC 8037 section 2, draft-ietf-cose-dilithium. */
const REQUIRED: ReadonlyMap<unknown, readonly Text[]> = new Map([
  ['oct', ['k']],
  ['RSA', ['n', 'e']],
  ['EC', ['crv', 'x', 'y']],
  ['OKP', ['crv', 'x']],
  ['AKP', ['alg', 'pub']],
]);

export interface JwkResult {
  readonly jwk?: PublicOrSecretJwk;
  readonly code?: 'key-jwk' | 'key-unsupported';
  /** Why there is none. Quotes nothing of the key. */
  readonly message?: string;
  readonly fromPrivate: boolean;
}

/** The members of a JWK that verification needs; private ones are left behind. RFC 7517 section 4. */
export function toPublicJwk(value: unknown): JwkResult {
  if (typeof value !== 'object' || value === null) return refuse('expected a JSON object');
  const source = value as Record<string, unknown>;
  const { kty } = source;
  const required = REQUIRED.get(kty);
  if (typeof kty !== 'string') return refuse('expected "kty" to be a string, as in every JWK, or "keys" to be an array, as in every JWKS');
  if (required === undefined) return refuse('expected "kty" to be oct, RSA, EC, OKP or AKP', 'key-unsupported');
  const missing = required.find((name) => typeof source[name] !== 'string' || source[name] === '');
  if (missing !== undefined) return refuse(`expected "${missing}" to be a string, as every ${kty} key has it`);
  const garbled = required.find((name) => name !== 'crv' && name !== 'alg' && bytesOf(source[name]) === undefined);
  if (garbled !== undefined) return refuse(`expected "${garbled}" to be base64url`);
  if (kty === 'RSA' && !isUsableExponent(bytesOf(source['e']))) return refuse('expected "e" to be an odd number above 1');
  if (algorithmFor({ kty, crv: String(source['crv']), alg: String(source['alg']) }) === undefined) {
    return refuse(kty === 'AKP' ? 'expected "alg" to be ML-DSA-44, ML-DSA-65 or ML-DSA-87' : 'expected "crv" to be P-256, P-384, P-521, secp256k1, Ed25519 or Ed448', 'key-unsupported');
  }
  const mistyped = ['kid', 'alg', 'use'].find((name) => source[name] !== undefined && typeof source[name] !== 'string');
  if (mistyped !== undefined) return refuse(`expected "${mistyped}" to be a string`);
  const keyOps = source['key_ops'];
  if (!isOperations(keyOps)) return refuse('expected "key_ops" to be an array of strings');
  const texts = TEXTS.filter((name) => typeof source[name] === 'string').map((name) => [name, source[name]]);
  const fromPrivate = kty !== 'oct' && (kty === 'AKP' ? 'priv' : 'd') in source;
  return { jwk: { kty, ...(Object.fromEntries(texts) as object), ...operations(keyOps, fromPrivate) }, fromPrivate };
}

function bytesOf(text: unknown): Uint8Array | undefined {
  const { bytes, problems } = decodeBase64url(String(text));
  return problems.some(({ code }) => code === 'base64url-padding') ? undefined : bytes;
}

/** With the exponent 1 anyone can sign, and not every engine refuses it: RFC 8017 section 3.1. */
function isUsableExponent(bytes: Uint8Array = new Uint8Array()): boolean {
  const last = bytes.at(-1) ?? 0;
  return last % 2 === 1 && (last > 1 || bytes.subarray(0, -1).some((byte) => byte !== 0));
}

/** The "sign" of a private key is the "verify" of its public half. */
function operations(names: string[] | undefined, fromPrivate: boolean): { key_ops?: string[] } {
  if (names === undefined) return {};
  return { key_ops: fromPrivate ? names.map((name) => (name === 'sign' ? 'verify' : name)) : names };
}

function isOperations(value: unknown): value is string[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every((name) => typeof name === 'string'));
}

function refuse(message: string, code: JwkResult['code'] = 'key-jwk'): JwkResult {
  return { code, message, fromPrivate: false };
}
