import { readFileSync } from 'node:fs';
import { CompactSign, importPKCS8 } from 'jose';
import { parseKey, verifyToken } from '../../../src/index.ts';
import type { Expectations, ParsedKeys, Verdict } from '../../../src/index.ts';
import { toBase64url } from '../tokens.ts';

export const SECRET = 'a-secret-of-sixty-four-characters-which-is-enough-for-hs512-keys';
/** 2026-01-01T00:00:00Z */
export const NOW = 1_767_225_600;

export function keyFile(name: string): string {
  return readFileSync(new URL(`../../fixtures/keys/${name}.pem`, import.meta.url), 'utf8');
}

/** Every algorithm that can be checked, with the fixture that holds its key pair. */
export const ALGORITHMS = [
  ...['HS256', 'HS384', 'HS512'].map((alg) => ({ alg, pair: 'secret' })),
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => ({ alg, pair: 'rsa' })),
  { alg: 'ES256', pair: 'ec-p256' },
  { alg: 'ES384', pair: 'ec-p384' },
  { alg: 'ES512', pair: 'ec-p521' },
  { alg: 'Ed25519', pair: 'ed25519' },
  { alg: 'EdDSA', pair: 'ed25519' },
];

/** The text a user would paste to check tokens signed with `pair`. */
export function keyTextOf(pair: string): string {
  return pair === 'secret' ? SECRET : keyFile(`${pair}-spki`);
}

export async function sign(alg: string, payload: string | object = { sub: 'a' }, header: object = {}): Promise<string> {
  const pair = ALGORITHMS.find((algorithm) => algorithm.alg === alg)?.pair ?? '';
  const key = pair === 'secret' ? new TextEncoder().encode(SECRET) : await importPKCS8(keyFile(`${pair}-pkcs8`), alg);
  const bytes = new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return new CompactSign(bytes).setProtectedHeader({ alg, ...header }).sign(key);
}

/** HS256 over a header written by hand, which a library would not write. */
export async function signByHand(header: string | Uint8Array, payload: string | Uint8Array = '{}', encode = toBase64url): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const input = `${encode(header)}.${encode(payload)}`;
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(input));
  return `${input}.${toBase64url(new Uint8Array(signature))}`;
}

/** Parses the key and verifies with it, as the interface does. No text: no key. */
export async function check(token: string, keyText?: string, expectations: Expectations = {}, now = NOW): Promise<Verdict> {
  const { keys, problems }: ParsedKeys = keyText === undefined ? { keys: [], problems: [] } : await parseKey(keyText);
  return verifyToken(token, { keys, keyProblems: problems, expectations, now });
}

export async function signatureOf(token: string, keyText?: string): Promise<string> {
  const { signature } = await check(token, keyText);
  return `${signature.state} ${signature.reason}`;
}
