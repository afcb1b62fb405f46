/** Decoding and verifying one kept token for an extension page. */
import { decodeToken, parseKey, verifyToken, type Segment } from '../../src/index.ts';
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

function toWire({ bytes, ...segment }: Segment): WireSegment {
  const hex = bytes === undefined ? undefined : Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Only bytes that are no text need hex to be shown.
  return { ...segment, hex: segment.source === undefined ? hex : undefined };
}
