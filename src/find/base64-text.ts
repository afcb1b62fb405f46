import { decodeBase64url, isBase64urlCode } from '../decode/base64url.ts';
import { decodeUtf8 } from '../decode/utf8.ts';

/** A run of base64 that holds a text worth searching. */
export interface Base64Text {
  readonly text: string;
  readonly wrapper: 'base64' | 'base64url';
}

/** Shorter runs hold neither a token nor a credential with its name. */
const SHORTEST = 32;
/** Decoded before the whole is, to see whether it is text at all. */
const PREFIX = 64;
const PLUS = 0x2b;
const SLASH = 0x2f;
const EQUALS = 0x3d;
/** What `@supabase/ssr` puts before its cookies. */
const MARK = 'base64-';

/** Tells of every run of base64 or base64url from `start` to `end` that holds JSON or a compact token. Linear. */
export function visitBase64(text: string, start: number, end: number, visit: (found: Base64Text) => void): void {
  let runStart = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && isBase64Code(text.charCodeAt(at))) continue;
    const found = at - runStart < SHORTEST ? undefined : decodeRun(text, runStart, at, end);
    if (found !== undefined) visit(found);
    runStart = at + 1;
  }
}

function isBase64Code(code: number): boolean {
  return isBase64urlCode(code) || code === PLUS || code === SLASH;
}

function decodeRun(text: string, start: number, end: number, limit: number): Base64Text | undefined {
  const from = text.startsWith(MARK, start) ? start + MARK.length : start;
  const prefix = decodeText(text.slice(from, Math.min(end, from + PREFIX)), end - from > PREFIX);
  if (prefix === undefined || !/^(?:\s*[{["]|ey|ew|e3)/.test(prefix)) return undefined;
  const encoded = text.slice(from, end);
  const decoded = decodeText(encoded, false);
  const isPadded = end < limit && text.charCodeAt(end) === EQUALS;
  return decoded === undefined ? undefined : { text: decoded, wrapper: isPadded || /[+/]/.test(encoded) ? 'base64' : 'base64url' };
}

function decodeText(encoded: string, isCut: boolean): string | undefined {
  const { bytes } = decodeBase64url(encoded.replaceAll('+', '-').replaceAll('/', '_'));
  if (bytes === undefined) return undefined;
  return decodeUtf8(isCut ? withoutCutCharacter(bytes) : bytes).source;
}

/** Without the start of a character whose other bytes were cut off: at most the last three bytes. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  const lead = bytes.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0);
  return lead >= bytes.length - 3 && (bytes[lead] ?? 0) >= 0xc0 ? bytes.subarray(0, lead) : bytes;
}
