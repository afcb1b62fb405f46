import type { JsonNode, Problem, Segment } from '../types.ts';
import { type SegmentResult } from './decode-segment.ts';
import { memberOf } from './members.ts';
import { placeProblem } from './problem.ts';
import { scanJson } from './scan-json.ts';
import { decodeUtf8 } from './utf8.ts';

/** Whether the payload stands as it is: `b64` false in a protected header that lists it in `crit`, RFC 7797 sections 3 and 6. */
export function isUnencoded(header: JsonNode | undefined): boolean {
  const b64 = memberOf(header, 'b64');
  const crit = memberOf(header, 'crit');
  return b64?.type === 'boolean' && !b64.value && crit?.type === 'array' && crit.items.some((item) => item.type === 'string' && item.value === 'b64');
}

/** An unencoded payload: its bytes are its UTF-8, and a lone surrogate has none. Never throws. */
export function unencodedPayload(text: string): SegmentResult {
  if (/\p{Surrogate}/u.test(text)) {
    const problem = placeProblem({ code: 'utf8-invalid', message: 'half of a surrogate pair has no UTF-8' }, 'payload');
    return { segment: { name: 'payload', text, bytes: undefined, source: undefined, json: undefined }, problems: [problem] };
  }
  return payloadOfBytes(text, new TextEncoder().encode(text));
}

/** A payload that is given as bytes; `text` is what stands for it in the token. Says what is wrong with it where it begins like an object. */
export function payloadOfBytes(text: string, bytes: Uint8Array): { readonly segment: Segment; readonly problems: readonly Problem[] } {
  const { source } = decodeUtf8(bytes);
  const json = source === undefined ? undefined : scanJson(source);
  const problems = source !== undefined && /^\s*[{[]/.test(source) ? (json?.problems ?? []) : [];
  const segment: Segment = { name: 'payload', text, bytes: new Uint8Array(bytes), source, json: json?.node };
  return { segment, problems: problems.map((problem) => placeProblem(problem, 'payload')) };
}
