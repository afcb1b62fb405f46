import { decodeBase64url } from '../decode/base64url.ts';
import { decodeUtf8 } from '../decode/utf8.ts';
import type { TokenKind } from '../types.ts';

/** A header longer than this is none: it keeps the search linear on hostile text. */
const LONGEST_HEADER = 65_536;

export interface CompactToken {
  readonly token: string;
  readonly kind: TokenKind;
  readonly offset: number;
}

/** Compact JWS and JWE standing anywhere in a text. Linear: each run of token characters is looked at once. */
export function findCompact(text: string): CompactToken[] {
  const found: CompactToken[] = [];
  for (const run of text.matchAll(/[\w.-]+/g)) for (const token of findInRun(run[0], run.index)) found.push(token);
  return found;
}

function findInRun(run: string, start: number): CompactToken[] {
  const found: CompactToken[] = [];
  const parts = run.split('.');
  let offset = start;
  for (let index = 0; index + 2 < parts.length; ) {
    const part = parts[index] ?? '';
    const length = segmentCountOf(part, parts.length - index);
    if (length > 0) found.push({ token: parts.slice(index, index + length).join('.'), kind: length === 5 ? 'jwe' : 'jws', offset });
    const step = Math.max(1, length);
    for (const taken of parts.slice(index, index + step)) offset += taken.length + 1;
    index += step;
  }
  return found;
}

/** How many segments the token takes that begins with this header; 0 when it is no JOSE header (RFC 7516 section 9). */
function segmentCountOf(part: string, available: number): 0 | 3 | 5 {
  if (!mayBeginObject(part) || part.length > LONGEST_HEADER) return 0;
  const header = parseObject(part);
  if (header === undefined || typeof header['alg'] !== 'string') return 0;
  if (typeof header['enc'] !== 'string') return 3;
  return available >= 5 ? 5 : 0;
}

/** The first bytes of a JSON object, white space allowed, before anything longer is decoded. */
function mayBeginObject(part: string): boolean {
  const { bytes } = decodeBase64url(part.slice(0, 4));
  const first = bytes?.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return bytes !== undefined && bytes.length > 1 && (first === undefined || first === 0x7b);
}

function parseObject(part: string): Record<string, unknown> | undefined {
  const { bytes } = decodeBase64url(part);
  const source = bytes && decodeUtf8(bytes).source;
  if (source === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
