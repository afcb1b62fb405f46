/** Decoding and verifying one kept token for an extension page. */
import { decodeToken, parseKey, verifyToken, type Segment } from '../../src/index.ts';
import { limitJson, MAX_TEXT } from './limit-json.ts';
import type { Inspection, Trust, WireSegment } from '../shared/messages.ts';

/** `now` in seconds since the epoch. */
export async function inspect(text: string, trust: Trust, now: number): Promise<Inspection> {
  const { keys, problems } = trust.keyText === '' ? { keys: [], problems: [] } : await parseKey(trust.keyText);
  const verdict = await verifyToken(text, {
    keys,
    keyProblems: problems,
    expectations: {
      ...(trust.issuer === '' ? {} : { issuer: trust.issuer }),
      ...(trust.audience === '' ? {} : { audience: trust.audience }),
    },
    now,
  });
  const { segments, ...decoded } = decodeToken(text);
  return { decoded: { ...decoded, segments: segments.map(toWire) }, verdict, keyProblems: problems };
}

function toWire({ bytes, json, ...segment }: Segment): WireSegment {
  const limited = json === undefined ? undefined : limitJson(json);
  // Only bytes that are no text need hex to be shown.
  const hex = segment.source === undefined && bytes !== undefined ? hexOf(bytes) : undefined;
  return { ...segment, json: limited?.node, omitted: limited?.omitted ?? 0, hex };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, MAX_TEXT), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
