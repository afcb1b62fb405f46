import type { DecodedToken, JsonNode, JwsSignature, Problem } from '../types.ts';
import { checkNumericDates } from './check-claims.ts';
import { decodeSegment, type SegmentResult } from './decode-segment.ts';
import { decodeJwsSignature } from './decode-jws-signature.ts';
import { joseHeader } from './jose-header.ts';
import { memberOf } from './members.ts';
import { findNested } from './nested-token.ts';
import { placeProblem } from './problem.ts';
import { scanJson } from './scan-json.ts';
import { isUnencoded, unencodedPayload } from './unencoded-payload.ts';

/** More signatures are not decoded: each of them costs as much as a token. */
const MAX_SIGNATURES = 50;
const GENERAL: ReadonlySet<string> = new Set(['payload', 'signatures']);
const FLATTENED: ReadonlySet<string> = new Set(['payload', 'protected', 'header', 'signature']);

/**
 * A JWS in general or flattened JSON serialization, RFC 7515 section 7.2. A payload may be left out: it is detached then
 * (appendix F). Undefined for a text that is no such object. Linear; never throws.
 */
export function decodeJwsJson(text: string): DecodedToken | undefined {
  if (!/^[ \t\r\n]*\{/.test(text)) return undefined;
  const { node, problems } = scanJson(text);
  if (node?.type !== 'object' || !isJws(node)) return undefined;
  const general = memberOf(node, 'signatures');
  const items = general?.type === 'array' ? general.items : [node];
  const signatures = items.slice(0, MAX_SIGNATURES).map((item) => decodeJwsSignature(item, general === undefined ? FLATTENED : SIGNATURE));
  const payload = decodePayload(memberOf(node, 'payload'), signatures[0]);
  return {
    kind: 'jws-json',
    text,
    segments: segmentsOf(payload, signatures[0]),
    problems: [
      ...problems.map((problem) => placeProblem(problem, 'token')),
      ...checkMembers(node, items.length),
      ...checkSameEncoding(signatures),
      ...signatures.flatMap((signature) => signature.problems),
      ...payload.problems,
      ...checkNumericDates(payload.segment.json),
    ],
    signatures,
    ...nestedOf(payload, signatures[0]),
  };
}

const SIGNATURE: ReadonlySet<string> = new Set(['protected', 'header', 'signature']);

/** A JWE has a ciphertext; a lone member named `signature` is to be met in many objects that are no JWS. */
function isJws(node: JsonNode): boolean {
  if (memberOf(node, 'ciphertext') !== undefined) return false;
  const isString = (name: string) => memberOf(node, name)?.type === 'string';
  if (memberOf(node, 'signatures')?.type === 'array') return isString('payload') || memberOf(node, 'payload') === undefined;
  return isString('signature') ? isString('payload') || isString('protected') : isString('payload') && isString('protected');
}

function decodePayload(value: JsonNode | undefined, first: JwsSignature | undefined): SegmentResult {
  const text = value?.type === 'string' ? value.value : '';
  return isUnencoded(first?.protected?.json) ? unencodedPayload(text) : decodeSegment('payload', text, 'any');
}

function segmentsOf({ segment }: SegmentResult, first: JwsSignature | undefined): DecodedToken['segments'] {
  return [first?.protected ?? decodeSegment('header', '', 'bytes').segment, segment, first?.signature ?? decodeSegment('signature', '', 'bytes').segment];
}

function nestedOf({ segment }: SegmentResult, first: JwsSignature | undefined): Pick<DecodedToken, 'nested'> {
  const nested = findNested(first && joseHeader(first), segment.source);
  return nested === undefined ? {} : { nested };
}

/** RFC 7515 sections 7.2.1 and 7.2.2. Members that no RFC knows must be ignored; they are worth a word, for nobody signed them. */
function checkMembers(node: JsonNode & { readonly type: 'object' }, signatures: number): Problem[] {
  const isGeneral = memberOf(node, 'signatures') !== undefined;
  const names = node.members.map(({ name }) => name);
  const found: Problem[] = [];
  if (isGeneral && names.some((name) => SIGNATURE.has(name))) {
    found.push({ code: 'jws-json-mixed', segment: 'token', message: 'the token: expected "signatures", or "signature" with its headers, not both' });
  }
  if (names.some((name) => !GENERAL.has(name) && !FLATTENED.has(name))) {
    found.push({ code: 'jws-json-unknown', segment: 'token', message: 'the token: has a member that no JWS has, which is not signed' });
  }
  if (signatures === 0) found.push({ code: 'jws-json-missing', segment: 'signature', message: 'the token: "signatures" is empty' });
  if (signatures > MAX_SIGNATURES) {
    found.push({ code: 'jws-json-cut', segment: 'token', message: `the token: only the first ${MAX_SIGNATURES} of ${signatures} signatures are decoded` });
  }
  return found;
}

/** RFC 7797 section 3: there is one payload, so there is one encoding. */
function checkSameEncoding(signatures: readonly JwsSignature[]): Problem[] {
  const kinds = new Set(signatures.map((signature) => isUnencoded(signature.protected?.json)));
  return kinds.size < 2 ? [] : [{ code: 'jws-json-b64', segment: 'token', message: 'the token: expected every signature to have the same "b64"' }];
}
