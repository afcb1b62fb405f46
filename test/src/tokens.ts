/** Tokens made by the tests themselves. */

export function toBase64url(content: string | Uint8Array): string {
  return Buffer.from(content).toString('base64url');
}

/** Unsigned parts as a compact text: header and payload as given, byte for byte. */
export function compactOf(header: string, payload: string, signature = 'c2ln'): string {
  return `${toBase64url(header)}.${toBase64url(payload)}.${signature}`;
}

export const HEADER = '{"alg":"HS256"}';
