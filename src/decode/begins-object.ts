import { decodeBase64url, isBase64urlCode } from './base64url.ts';

/** Enough to see past white space and a byte order mark. */
const PREFIX = 32;

/**
 * Whether a segment's first bytes are those of a JSON object, however broken the rest. White space before the brace is
 * allowed (RFC 8259 section 2), so a header need not begin with `eyJ`.
 */
export function beginsObject(text: string): boolean {
  let length = 0;
  while (length < PREFIX && isBase64urlCode(text.charCodeAt(length))) length += 1;
  const bytes = decodeBase64url(text.slice(0, length % 4 === 1 ? length - 1 : length)).bytes ?? [];
  for (const byte of bytes) {
    if (byte === 0x7b) return true;
    if (!IGNORED.has(byte)) return false;
  }
  return false;
}

/** White space and the three bytes of a byte order mark. */
const IGNORED: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
