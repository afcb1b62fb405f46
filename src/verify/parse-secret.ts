import { base64url } from 'jose';
import { decodeBase64url } from '../decode/base64url.ts';
import type { KeyReading, VerificationKey } from '../types.ts';

/** Every way a typed secret can be read (or only `hint`), each distinct key once; the first reading that gives it names it. */
export function readSecret(text: string, hint?: KeyReading): VerificationKey[] {
  const trimmed = text.trim();
  const readings: [KeyReading, Uint8Array | undefined][] = [
    ['utf-8', new TextEncoder().encode(text)],
    // Pasted from a file, a secret often brings its line end along.
    ['utf-8', new TextEncoder().encode(trimmed)],
    ['base64', readBase64(trimmed)],
    ['base64url', readBase64url(trimmed)],
    ['hex', readHex(trimmed)],
  ];
  const keys = new Map<string, VerificationKey>();
  for (const [reading, bytes] of readings) {
    if (bytes === undefined || bytes.length === 0 || (hint !== undefined && reading !== hint)) continue;
    const k = base64url.encode(bytes);
    if (!keys.has(k)) keys.set(k, { reading, jwk: { kty: 'oct', k }, fromPrivate: false });
  }
  return [...keys.values()];
}

/** RFC 4648 section 4; padding may be missing, as in many configurations. */
function readBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return decodeBase64url(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')).bytes;
}

function readBase64url(text: string): Uint8Array | undefined {
  return decodeBase64url(text).bytes;
}

function readHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]+$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}
