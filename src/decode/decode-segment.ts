import type { Problem, Segment, SegmentName } from '../types.ts';
import { decodeBase64url } from './base64url.ts';
import { beginsObject } from './begins-object.ts';
import { type LocalProblem, placeProblem } from './problem.ts';
import { scanJson } from './scan-json.ts';
import { decodeUtf8 } from './utf8.ts';

/** What the bytes of a segment should be. A JWS payload may be anything, a header must be a JSON object. */
export type Content = 'json-object' | 'any' | 'bytes';

export interface SegmentResult {
  readonly segment: Segment;
  readonly problems: readonly Problem[];
}

/** One base64url segment of a compact serialization, RFC 7515 section 7.1. Never throws. */
export function decodeSegment(name: SegmentName, text: string, content: Content): SegmentResult {
  const { bytes, problems } = decodeBase64url(text);
  const found: LocalProblem[] = [...problems];
  const segment: Segment = { name, text, bytes, source: undefined, json: undefined };
  if (bytes === undefined || content === 'bytes') return { segment, problems: found.map((problem) => placeProblem(problem, name)) };

  const utf8 = decodeUtf8(bytes);
  const json = utf8.source === undefined ? undefined : scanJson(utf8.source);
  const mustBeJson = content === 'json-object';
  // A payload that only looks like JSON is worth a word; one that is plainly text or bytes is as good as any.
  const triesToBeJson = mustBeJson || beginsObject(text) || /^\s*\[/.test(utf8.source ?? '');
  if (triesToBeJson) found.push(...utf8.problems, ...(json?.problems ?? []));
  if (mustBeJson && json?.node !== undefined && json.node.type !== 'object') {
    found.push({ code: 'json-not-object', message: `expected a JSON object, found ${json.node.type}` });
  }
  return {
    segment: { ...segment, source: utf8.source, json: json?.node },
    problems: found.map((problem) => placeProblem(problem, name)),
  };
}
