import { aeskw, cbc, gcm } from '@noble/ciphers/aes.js';
import { equalBytes } from '@noble/ciphers/utils.js';
import type { DecryptionJwk } from '../types.ts';
import { contentKeyBits } from './jwe-algorithms.ts';
import { textOf } from './header.ts';
import { concatBytes } from './inflate.ts';
import type { Recipient } from './read-jwe.ts';
import { agreeOnKey } from './agree-on-key.ts';
import { decodeBase64url } from '../decode/base64url.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A JWE opened step by step (RFC 7516 section 5.2), RSA, ECDH, PBKDF2 and HMAC by WebCrypto, AES by noble: for engines
 * without AES-192, and for `zip`, where jose hands over the whole input at once. Compressed content stays compressed.
 * Rejects when the key does not open it. Padding oracles (section 11.5) do not matter: no one but the user sees the answer.
 */
export async function decryptByParts(recipient: Recipient, alg: string, enc: string, jwk: DecryptionJwk): Promise<Bytes> {
  const bits = contentKeyBits(enc) ?? 0;
  const key = await contentKeyOf(recipient, alg, enc, bits, jwk);
  if (key.length * 8 !== bits) throw new Error('the content encryption key has another length');
  const { protected: header = '', aad } = recipient.texts;
  const authenticated = new TextEncoder().encode(aad === undefined ? header : `${header}.${aad}`);
  return enc.includes('CBC') ? openCbc(recipient, key, authenticated) : openGcm(key, recipient.iv, recipient.ciphertext, recipient.tag, authenticated);
}

async function contentKeyOf({ header, encryptedKey }: Recipient, alg: string, enc: string, bits: number, jwk: DecryptionJwk): Promise<Bytes> {
  const secret = decodeBase64url(jwk.k ?? '').bytes ?? new Uint8Array();
  if (alg === 'dir' || alg === 'ECDH-ES') {
    if (encryptedKey.length > 0) throw new Error('an encrypted key where there is none');
    return alg === 'dir' ? secret : agreeOnKey(header, jwk, enc, bits);
  }
  if (alg.startsWith('RSA-OAEP')) return unwrapByRsa(alg, encryptedKey, jwk);
  if (alg.endsWith('GCMKW')) return openGcm(secret, member(header, 'iv'), encryptedKey, member(header, 'tag'), new Uint8Array());
  const wrapBits = Number(alg.slice(-5, -2));
  if (alg.startsWith('ECDH-ES+')) return unwrap(await agreeOnKey(header, jwk, alg, wrapBits), encryptedKey);
  if (alg.startsWith('PBES2-')) return unwrap(await deriveFromPassword(header, alg, wrapBits, secret), encryptedKey);
  return unwrap(secret, encryptedKey);
}

/** RFC 3394. */
function unwrap(key: Bytes, wrapped: Bytes): Bytes {
  return Uint8Array.from(aeskw(key).decrypt(wrapped));
}

/** RFC 7518 section 5.3: 96 bits of IV, 128 bits of tag, nothing else. */
function openGcm(key: Bytes, iv: Bytes, ciphertext: Bytes, tag: Bytes, authenticated: Uint8Array): Bytes {
  if (iv.length !== 12 || tag.length !== 16) throw new Error('an IV or tag of another length');
  return Uint8Array.from(gcm(key, iv, authenticated).decrypt(concatBytes(ciphertext, tag)));
}

/** RFC 7518 section 5.2.2.2: the tag before anything is decrypted. */
async function openCbc({ iv, ciphertext, tag }: Recipient, key: Bytes, authenticated: Uint8Array): Promise<Bytes> {
  const half = key.length / 2;
  const hmac = await crypto.subtle.importKey('raw', key.slice(0, half), { name: 'HMAC', hash: `SHA-${key.length * 8}` }, false, ['sign']);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(authenticated.length * 8));
  const mac = await crypto.subtle.sign('HMAC', hmac, concatBytes(authenticated, iv, ciphertext, length));
  if (!equalBytes(new Uint8Array(mac).subarray(0, half), tag)) throw new Error('the tag differs');
  return Uint8Array.from(cbc(key.slice(half), iv).decrypt(ciphertext));
}

async function unwrapByRsa(alg: string, encryptedKey: Bytes, { kty, n, e, d, p, q, dp, dq, qi }: DecryptionJwk): Promise<Bytes> {
  const members = Object.fromEntries(Object.entries({ kty, n, e, d, p, q, dp, dq, qi }).filter(([, value]) => value !== undefined));
  const hash = alg === 'RSA-OAEP' ? 'SHA-1' : `SHA-${alg.slice(-3)}`;
  const key = await crypto.subtle.importKey('jwk', members, { name: 'RSA-OAEP', hash }, false, ['decrypt']);
  return new Uint8Array(await crypto.subtle.decrypt('RSA-OAEP', key, encryptedKey));
}

/** RFC 7518 section 4.8. `p2c` was found to be within its limit before any key was tried. */
async function deriveFromPassword(header: Recipient['header'], alg: string, bits: number, password: Bytes): Promise<Bytes> {
  const salt = concatBytes(new TextEncoder().encode(alg), Uint8Array.of(0), member(header, 'p2s'));
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: `SHA-${bits * 2}`, salt, iterations: Number(header['p2c']) };
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, key, bits));
}

function member(header: Recipient['header'], name: string): Bytes {
  const { bytes, problems } = decodeBase64url(textOf(header, name) ?? '');
  if (bytes === undefined || problems.length > 0) throw new Error('a header parameter that is not base64url');
  return bytes;
}
