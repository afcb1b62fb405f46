import { base64url } from 'jose';
import type { DecryptionKey, SessionCookieResult } from '../types.ts';
import { MAX_TOKEN } from '../decode/decode-token.ts';
import { decryptToken } from './decrypt-token.ts';
import { textOf } from './header.ts';
import { contentKeyBits } from './jwe-algorithms.ts';
import { openIron } from './open-iron.ts';
import { readJwe } from './read-jwe.ts';
import { failed, notTried } from './result.ts';

export interface SessionCookieOptions {
  /** The application's own, as in its configuration; used as UTF-8. */
  readonly secret: string;
  /** Auth.js derives its key from it. A chunk's number (`.0`) is left out. */
  readonly cookieName: string;
}

type Derivation = { readonly name: Exclude<SessionCookieResult['derivation'], 'iron' | undefined>; readonly bits: readonly number[]; readonly salt: string; readonly info: string };

/** As the libraries do it, with HKDF-SHA-256 (RFC 5869) and `alg` dir. */
function derivationsFor(cookieName: string): Derivation[] {
  return [
    { name: 'authjs-v5', bits: [512, 256], salt: cookieName, info: `Auth.js Generated Encryption Key (${cookieName})` },
    { name: 'nextauth-v4', bits: [256], salt: '', info: 'NextAuth.js Generated Encryption Key' },
    { name: 'nextjs-auth0', bits: [256], salt: '', info: 'JWE CEK' },
    { name: 'better-auth', bits: [512], salt: 'better-auth-session', info: 'BetterAuth.js Generated Encryption Key' },
  ];
}

/**
 * Opens the session cookie of Auth.js v5, NextAuth v4, nextjs-auth0, better-auth (JWE) or iron with the application's own
 * secret, and says whose derivation matched. `value`: the whole value, its chunks joined. Never rejects.
 */
export async function openSessionCookie(value: string, { secret, cookieName }: SessionCookieOptions): Promise<SessionCookieResult> {
  if (value.length > MAX_TOKEN) return notTried('jwe-too-large');
  if (secret === '') return notTried('jwe-no-key');
  if (value.startsWith('Fe26.')) return openIron(value, secret);
  const { isJwe, recipients } = readJwe(value);
  const [header = {}] = recipients.map((recipient) => recipient.header);
  if (!isJwe) return notTried('cookie-unknown');
  if (recipients.length === 0) return decryptToken(value, { keys: [] });
  if (textOf(header, 'alg') !== 'dir') return notTried('cookie-unknown');
  const bits = contentKeyBits(textOf(header, 'enc') ?? '');
  for (const derivation of derivationsFor(cookieName.replace(/\.\d+$/, ''))) {
    if (bits === undefined || !derivation.bits.includes(bits)) continue;
    const result = await decryptToken(value, { keys: [await deriveKey(secret, derivation, bits)] });
    if (result.state === 'decrypted') return { ...result, derivation: derivation.name };
    // Opened, but what came out was refused: no other secret would change that.
    if (result.reason !== 'jwe-differs') return result;
  }
  return failed('cookie-differs');
}

async function deriveKey(secret: string, { salt, info }: Derivation, bits: number): Promise<DecryptionKey> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveBits']);
  const derived = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info: encoder.encode(info) }, key, bits);
  return { reading: 'utf-8', jwk: { kty: 'oct', k: base64url.encode(new Uint8Array(derived)) } };
}
