import { decodeToken } from '../decode/decode-token.ts';
import type { DecodedToken, JsonNode } from '../types.ts';
import { compareValues } from './compare-values.ts';
import type { PartComparison, PartState, TokenComparison } from './comparison.ts';

interface Part {
  readonly state: PartState;
  readonly json: JsonNode | undefined;
}

/**
 * What changed from one token to the next, claim by claim and in the header: refreshes, lost scopes, other roles. Works
 * on what the issuer signed; disclosures of an SD-JWT are left aside. Order alone is no change, except where it means
 * something; numbers are compared as written (RFC 8259 section 6), so big integers digit for digit. Verifies nothing,
 * and never throws.
 */
export function compareTokens(older: string, newer: string): TokenComparison {
  const before = decodeIssued(older);
  const after = decodeIssued(newer);
  return {
    identical: older === newer,
    header: compareParts(partOf(before, 'header'), partOf(after, 'header')),
    payload: compareParts(partOf(before, 'payload'), partOf(after, 'payload')),
  };
}

/** The issuer signs what stands before the first tilde: RFC 9901 section 4. */
function decodeIssued(text: string): DecodedToken {
  const decoded = decodeToken(text);
  return decoded.kind === 'sd-jwt' ? decodeToken(text.slice(0, text.indexOf('~'))) : decoded;
}

function partOf({ kind, segments }: DecodedToken, name: 'header' | 'payload'): Part {
  const json = segments.find((segment) => segment.name === name)?.json;
  if (json !== undefined) return { state: 'readable', json };
  if (kind === 'opaque') return { state: 'opaque', json };
  return { state: kind === 'jwe' && name === 'payload' ? 'encrypted' : 'not-json', json };
}

function compareParts(older: Part, newer: Part): PartComparison {
  const states = { older: older.state, newer: newer.state };
  if (older.json === undefined || newer.json === undefined) return { ...states, changes: [], omitted: 0, unchanged: 0 };
  return { ...states, ...compareValues(older.json, newer.json) };
}
