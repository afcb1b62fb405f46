import { decodeBase64url } from '../decode/base64url.ts';
import type { SessionCookieResult } from '../types.ts';
import { lookInside } from './look-inside.ts';
import { failed } from './result.ts';

/**
 * A `Fe26.2` seal of @hapi/iron and iron-session (which adds `~2`): prefix, password id, salt, IV, ciphertext, expiry in
 * milliseconds or nothing, salt of the HMAC, HMAC. PBKDF2-SHA-1 with one iteration, HMAC-SHA-256 checked first, AES-256-CBC.
 * The expiry is given as `exp`, in decimal seconds, and not judged. Never rejects.
 */
export async function openIron(value: string, password: string): Promise<SessionCookieResult> {
  const parts = value.replace(/~\d{1,3}$/, '').split('*', 9);
  const [prefix, id = '', salt = '', ivText = '', sealed = '', expiry = '', hmacSalt = '', hmacText = ''] = parts;
  const [iv, ciphertext, hmac] = [ivText, sealed, hmacText].map(readStrictly);
  const isWhole = parts.length === 8 && prefix === 'Fe26.2' && salt !== '' && hmacSalt !== '' && /^\d{0,16}$/.test(expiry);
  if (!isWhole || iv?.length !== 16 || ciphertext === undefined || hmac === undefined) return failed('cookie-malformed');
  const encoder = new TextEncoder();
  const signed = encoder.encode([prefix, id, salt, ivText, sealed, expiry].join('*'));
  try {
    const hmacKey = await crypto.subtle.importKey('raw', await derive(password, hmacSalt), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    if (!(await crypto.subtle.verify('HMAC', hmacKey, hmac, signed))) return failed('cookie-differs');
    const key = await crypto.subtle.importKey('raw', await derive(password, salt), 'AES-CBC', false, ['decrypt']);
    const plaintext = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, ciphertext));
    const values = expiry === '' ? {} : { exp: String(Math.floor(Number(expiry) / 1_000)) };
    return { state: 'decrypted', reason: 'cookie-opened', values, plaintext, derivation: 'iron', ...lookInside(plaintext) };
  } catch {
    // The seal is whole, and what it holds is no ciphertext.
    return failed('cookie-malformed');
  }
}

/** Only the one spelling: two seals that differ in unused bits would both match. */
function readStrictly(text: string): Uint8Array<ArrayBuffer> | undefined {
  const { bytes, problems } = decodeBase64url(text);
  return problems.length === 0 ? bytes : undefined;
}

/** One iteration: the password is asked to be long instead. The salt is used as the text it stands there as. */
async function derive(password: string, salt: string): Promise<ArrayBuffer> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-1', salt: encoder.encode(salt), iterations: 1 }, key, 256);
}
