import type { JsonNode, JwsSignature, Problem, SegmentName } from '../types.ts';
import { checkAlgorithmPresent, checkSigned } from './check-header.ts';
import { decodeSegment } from './decode-segment.ts';
import { joseHeader } from './jose-header.ts';
import { memberOf } from './members.ts';

/** One signature with its headers, RFC 7515 section 7.2.1. `known` are the members its object may have. Never throws. */
export function decodeJwsSignature(node: JsonNode, known: ReadonlySet<string>): JwsSignature {
  const found: Problem[] = [];
  const protectedText = stringOf(node, 'protected', 'header', found);
  const header = memberOf(node, 'header');
  if (header !== undefined && header.type !== 'object') found.push(missing('header', `expected the unprotected header to be an object, found ${header.type}`));
  const text = stringOf(node, 'signature', 'signature', found);
  if (text === undefined) found.push(missing('signature', 'expected a member "signature"'));
  const signed = protectedText === undefined ? undefined : decodeSegment('header', protectedText, 'json-object');
  const signature = decodeSegment('signature', text ?? '', 'bytes');
  const headers = { protected: signed?.segment, header };
  const merged = joseHeader(headers);
  if (merged === undefined && signed === undefined) found.push(missing('header', 'expected a protected or an unprotected header'));
  found.push(...(signed?.problems ?? []), ...signature.problems, ...checkShared(headers));
  found.push(...checkAlgorithmPresent(merged), ...checkSigned(merged, text === ''));
  // In flattened serialization the object is the token itself, whose members are looked at there.
  const isOwnObject = !known.has('payload');
  if (isOwnObject && node.type === 'object' && node.members.some(({ name }) => !known.has(name))) {
    found.push({ code: 'jws-json-unknown', segment: 'token', message: 'the signature: has a member that no signature has, which is not signed' });
  }
  return { ...headers, signature: signature.segment, problems: found };
}

function stringOf(node: JsonNode, name: string, segment: SegmentName, found: Problem[]): string | undefined {
  const value = memberOf(node, name);
  if (value === undefined || value.type === 'string') return value?.value;
  found.push(missing(segment, `expected "${name}" to be a string, found ${value.type}`));
  // There, but unreadable: what follows from its absence is not to be said too.
  return '';
}

function missing(segment: SegmentName, message: string): Problem {
  return { code: 'jws-json-missing', segment, message: `the ${segment}: ${message}` };
}

/** RFC 7515 section 4: a name stands in one of the headers only, or readers differ in which of the two counts. */
function checkShared({ protected: signed, header }: Pick<JwsSignature, 'protected' | 'header'>): Problem[] {
  if (header?.type !== 'object' || signed?.json?.type !== 'object') return [];
  const names = new Set(signed.json.members.map(({ name }) => name));
  if (!header.members.some(({ name }) => names.has(name))) return [];
  return [{ code: 'jws-json-shared', segment: 'header', message: 'the header: a name stands in the protected and in the unprotected header' }];
}
