import { isBase64urlCode } from '../decode/base64url.ts';
import { beginsObject } from '../decode/begins-object.ts';
import { decodeSegment } from '../decode/decode-segment.ts';
import { stringMember } from '../decode/members.ts';

/** A compact token standing in a text, as UTF-16 offsets. */
export interface CompactRange {
  readonly kind: 'jws' | 'jwe';
  readonly start: number;
  readonly end: number;
}

/** `{"alg":""}` in base64url. */
const SHORTEST_HEADER = 14;
/** Longer ones are none: even a chain of certificates (x5c) is shorter. */
const LONGEST_HEADER = 65_536;
const DOT = 0x2e;
const EQUALS = 0x3d;

/**
 * Compact JWS and JWE in `text` from `start` to `end`, RFC 7515 section 7.1 and RFC 7516 section 7.1. What tells them is
 * a segment that decodes to a JSON object with `alg` (JWE: `enc`); what follows may be empty. Padding, which some servers
 * leave on, is taken along. Linear: each character is looked at a small, fixed number of times.
 */
export function findCompact(text: string, start: number, end: number): CompactRange[] {
  const found: CompactRange[] = [];
  let segmentStart = start;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      const range = at - segmentStart < SHORTEST_HEADER ? undefined : takeToken(text, segmentStart, at, end);
      if (range !== undefined) found.push(range);
      at = range?.end ?? at + 1;
      segmentStart = at;
    } else {
      at += 1;
      if (!isBase64urlCode(code) && !(code === EQUALS && isPaddingBeforeDot(text, at))) segmentStart = at;
    }
  }
  return found;
}

function isPaddingBeforeDot(text: string, next: number): boolean {
  return text.charCodeAt(next) === DOT || (text.charCodeAt(next) === EQUALS && text.charCodeAt(next + 1) === DOT);
}

/** The token whose header stands at `start` and ends before the dot at `headerEnd`. */
function takeToken(text: string, start: number, headerEnd: number, limit: number): CompactRange | undefined {
  const kind = headerEnd - start > LONGEST_HEADER ? undefined : kindOfHeader(text.slice(start, headerEnd));
  if (kind === undefined) return undefined;
  const jweEnd = kind === 'jwe' ? endOfSegments(text, headerEnd, 4, limit) : undefined;
  if (jweEnd !== undefined) return { kind: 'jwe', start, end: jweEnd };
  const jwsEnd = kind === 'jws' ? endOfSegments(text, headerEnd, 2, limit) : undefined;
  return jwsEnd === undefined ? undefined : { kind: 'jws', start, end: jwsEnd };
}

/** RFC 7516 section 9: `enc` tells a JWE from a JWS. */
function kindOfHeader(header: string): CompactRange['kind'] | undefined {
  if (!beginsObject(header)) return undefined;
  const { json } = decodeSegment('header', header, 'json-object').segment;
  if (stringMember(json, 'enc') !== undefined) return 'jwe';
  return stringMember(json, 'alg') === undefined ? undefined : 'jws';
}

/** Offset behind `count` more segments, the first of them after the dot at `dot`; undefined when there are fewer. */
function endOfSegments(text: string, dot: number, count: number, limit: number): number | undefined {
  let at = dot;
  for (let taken = 0; taken < count; taken += 1) {
    if (at >= limit || text.charCodeAt(at) !== DOT) return undefined;
    at = endOfSegment(text, at + 1, limit);
  }
  return at;
}

function endOfSegment(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isBase64urlCode(text.charCodeAt(end))) end += 1;
  const padding = [0, 0, 2, 1][(end - start) % 4] ?? 0;
  return padding > 0 && end + padding <= limit && text.startsWith('='.repeat(padding), end) ? end + padding : end;
}
