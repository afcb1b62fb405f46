import { isBase64urlCode } from '../decode/base64url.ts';
import { kindOfHeader } from './header-kind.ts';

/** A compact token standing in a text, as UTF-16 offsets. */
export interface CompactRange {
  readonly kind: 'jws' | 'jwe' | 'sd-jwt';
  readonly start: number;
  readonly end: number;
}

/** `{"alg":""}` in base64url. */
const SHORTEST_HEADER = 14;
const DOT = 0x2e;
const EQUALS = 0x3d;
const TILDE = 0x7e;

/**
 * Compact JWS, JWE and SD-JWT in `text` from `start` to `end`: RFC 7515 section 7.1, RFC 7516 section 7.1, RFC 9901
 * section 4. What tells them is a segment that decodes to a JSON object with `alg` (JWE: `enc`); what follows may be
 * empty. Padding, which some servers leave on, is taken along. Linear: each character is looked at a small, fixed number
 * of times.
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
  // Where the dots are missing, what the header says does not matter.
  const jwsEnd = endOfSegments(text, headerEnd, 2, limit);
  if (jwsEnd === undefined) return undefined;
  const kind = kindOfHeader(text, start, headerEnd);
  if (kind === 'jws') return takeDisclosures(text, start, jwsEnd, limit);
  const end = kind === 'jwe' ? endOfSegments(text, headerEnd, 4, limit) : undefined;
  return end === undefined ? undefined : { kind: 'jwe', start, end };
}

/** RFC 9901 section 4: `<JWS>~<disclosure>~…~` and, after the last tilde, perhaps a key binding JWT. */
function takeDisclosures(text: string, start: number, jwsEnd: number, limit: number): CompactRange {
  if (jwsEnd >= limit || text.charCodeAt(jwsEnd) !== TILDE) return { kind: 'jws', start, end: jwsEnd };
  let end = jwsEnd + 1;
  let next = endOfRun(text, end, limit);
  while (next > end && next < limit && text.charCodeAt(next) === TILDE) {
    end = next + 1;
    next = endOfRun(text, end, limit);
  }
  const bindingEnd = next < limit && next - end >= SHORTEST_HEADER ? endOfSegments(text, next, 2, limit) : undefined;
  const isBound = bindingEnd !== undefined && kindOfHeader(text, end, next) === 'jws';
  return { kind: 'sd-jwt', start, end: isBound ? bindingEnd : end };
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
  const end = endOfRun(text, start, limit);
  const padding = [0, 0, 2, 1][(end - start) % 4] ?? 0;
  return padding > 0 && end + padding <= limit && text.startsWith(padding === 1 ? '=' : '==', end) ? end + padding : end;
}

function endOfRun(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isBase64urlCode(text.charCodeAt(end))) end += 1;
  return end;
}
