import type { DecodedToken, Problem, SegmentName } from '../types.ts';
import { checkNumericDates } from './check-claims.ts';
import { beginsObject } from './begins-object.ts';
import { type Content, decodeSegment, type SegmentResult } from './decode-segment.ts';
import { checkAlgorithmPresent, checkSigned } from './check-header.ts';
import { decodeJwsJson } from './decode-jws-json.ts';
import { findNested } from './nested-token.ts';
import { isUnencoded, unencodedPayload } from './unencoded-payload.ts';

/** Longest text that is decoded, in UTF-16 units. */
export const MAX_TOKEN = 1_048_576;

type Layout = readonly (readonly [SegmentName, Content])[];
/** RFC 7515 section 3.1. */
const JWS: Layout = [
  ['header', 'json-object'],
  ['payload', 'any'],
  ['signature', 'bytes'],
];
/** RFC 7516 section 3.1. */
const JWE: Layout = [
  ['header', 'json-object'],
  ['encrypted-key', 'bytes'],
  ['iv', 'bytes'],
  ['ciphertext', 'bytes'],
  ['tag', 'bytes'],
];

/**
 * Takes a compact token apart: three segments are a JWS and five a JWE if the first begins like a JSON object (however
 * broken it is further on), anything else is opaque. Says everything that is not as the RFCs want it. Never throws, on
 * any input; decoded is not verified.
 */
export function decodeToken(text: string): DecodedToken {
  const nothing = (...problems: Problem[]): DecodedToken => ({ kind: 'opaque', text, segments: [], problems });
  if (text === '') return nothing({ code: 'token-empty', message: 'the token is empty' });
  if (text.length > MAX_TOKEN) return nothing({ code: 'token-too-large', message: `${text.length} characters are more than the ${MAX_TOKEN} that are decoded` });
  const json = decodeJwsJson(text);
  if (json !== undefined) return json;
  const tilde = text.indexOf('~');
  const issued = tilde < 0 ? undefined : decodeToken(text.slice(0, tilde));
  // Of an SD-JWT, what the issuer signed: RFC 9901 section 4. What follows takes digests, so decodeSdJwt reads it.
  if (issued?.kind === 'jws') return { ...issued, kind: 'sd-jwt', text };
  const parts = text.split('.', 7);
  if (parts.length === 3 || parts.length === 5) {
    const [header = ''] = parts;
    if (!beginsObject(header)) return nothing(...decodeSegment('header', header, 'json-object').problems);
    return parts.length === 3 ? decodeJws(text, parts) : decodeJwe(text, parts);
  }
  const count = parts.length === 7 ? 'more than 6' : parts.length;
  return nothing({ code: 'segment-count', message: `expected 3 (JWS) or 5 (JWE) parts separated by dots, found ${count}` });
}

function decodeJws(text: string, parts: readonly string[]): DecodedToken {
  const results = decodeLayout(JWS, parts);
  if (isUnencoded(results[0]?.segment.json)) results[1] = unencodedPayload(parts[1] ?? '');
  const { segments, problems } = join(results);
  const [header, payload, signature] = segments;
  const nested = findNested(header?.json, payload?.source);
  return {
    kind: 'jws',
    text,
    segments,
    problems: [
      ...problems,
      ...checkAlgorithmPresent(header?.json),
      ...checkSigned(header?.json, signature?.text === ''),
      ...checkNumericDates(payload?.json),
    ],
    ...(nested === undefined ? {} : { nested }),
  };
}

function decodeJwe(text: string, parts: readonly string[]): DecodedToken {
  const { segments, problems } = join(decodeLayout(JWE, parts));
  return { kind: 'jwe', text, segments, problems: [...problems, ...checkAlgorithmPresent(segments[0]?.json)] };
}

function decodeLayout(layout: Layout, parts: readonly string[]): SegmentResult[] {
  return layout.map(([name, content], index) => decodeSegment(name, parts[index] ?? '', content));
}

function join(results: readonly SegmentResult[]): Pick<DecodedToken, 'segments' | 'problems'> {
  return { segments: results.map(({ segment }) => segment), problems: results.flatMap(({ problems }) => problems) };
}
