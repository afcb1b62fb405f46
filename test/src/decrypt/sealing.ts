import { createCipheriv, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { CompactEncrypt, EncryptJWT, FlattenedEncrypt, type JWK } from 'jose';

export const PLAINTEXT = 'a plaintext – of text';
export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const octKey = (bytes: number): JWK => ({ kty: 'oct', k: randomBytes(bytes).toString('base64url') });

export async function encrypt(header: { alg: string; enc: string; [name: string]: unknown }, key: JWK | CryptoKey | Uint8Array, plaintext: string | Uint8Array = PLAINTEXT): Promise<string> {
  return new CompactEncrypt(typeof plaintext === 'string' ? bytesOf(plaintext) : plaintext).setProtectedHeader(header).encrypt(key);
}

/** A compact JWE with `dir` and A256GCM made without any JOSE library: a header as written, any bytes inside. */
export function sealByHand(header: string, key: Uint8Array, plaintext: Uint8Array): string {
  const protectedHeader = Buffer.from(header).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(protectedHeader));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return [protectedHeader, '', ...[iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

export function bombOf(megabytes: number, key: Uint8Array): string {
  return sealByHand('{"alg":"dir","enc":"A256GCM","zip":"DEF"}', key, deflateRawSync(Buffer.alloc(megabytes * 1_048_576), { level: 9 }));
}

export async function flattened(header: { alg: string; enc: string }, key: JWK): Promise<object> {
  return new FlattenedEncrypt(bytesOf(PLAINTEXT)).setProtectedHeader(header).setAdditionalAuthenticatedData(bytesOf('more')).encrypt(key);
}

/** As Auth.js, NextAuth, nextjs-auth0 and better-auth do it: HKDF-SHA-256, then a JWT encrypted with `dir`. */
export async function sealSession(secret: string, salt: string, info: string, length: 32 | 64): Promise<string> {
  const key = new Uint8Array(hkdfSync('sha256', secret, salt, info, length));
  return new EncryptJWT({ sub: 'alice' }).setProtectedHeader({ alg: 'dir', enc: length === 64 ? 'A256CBC-HS512' : 'A256GCM', kid: 'thumbprint' }).encrypt(key);
}

/** As @hapi/iron seals. */
export function sealIron(password: string, content: string, expiry = ''): string {
  const [salt, hmacSalt, iv] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex'), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, 1, 32, 'sha1'), iv);
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]).toString('base64url');
  const base = `Fe26.2*1*${salt}*${iv.toString('base64url')}*${sealed}*${expiry}`;
  const hmac = createHmac('sha256', pbkdf2Sync(password, hmacSalt, 1, 32, 'sha1')).update(base).digest('base64url');
  return `${base}*${hmacSalt}*${hmac}`;
}
