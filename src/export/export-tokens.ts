import { decodeToken } from '../decode/decode-token.ts';
import { findTokens } from '../find/find-tokens.ts';
import type { JsonNode, Segment } from '../types.ts';
import { printJson } from './print-json.ts';

export interface ExportOptions {
  readonly format: 'json';
  /** `claims` holds nothing that could be replayed; `everything` adds header, signature and the token itself. */
  readonly include: 'claims' | 'everything';
}

/** Stands where `claims` leaves out a token inside a token: alone it could be replayed just the same. */
const WITHHELD = '[token withheld]';

/**
 * Decoded tokens as JSON text ending with a line feed: one token alone, several as an array. `claims` is exactly the
 * claims set, digit for digit, but for strings that hold a compact token; a payload that is no JSON becomes
 * `{ "payload": …, "encoding": "utf-8" | "hex" }`, and a token without a readable payload (JWE, opaque) null.
 * `everything` is `{ header, claims, signature, token }`. Never throws.
 */
export function exportTokens(tokens: readonly string[], { include }: ExportOptions): string {
  const nodes = tokens.map((token) => (include === 'claims' ? claimsOf(token) : everythingOf(token)));
  const [first] = nodes;
  const node: JsonNode = nodes.length === 1 && first !== undefined ? first : { type: 'array', items: nodes };
  return `${printJson(node, include === 'claims' ? printWithoutTokens : undefined)}\n`;
}

function printWithoutTokens(value: string): string {
  const holdsToken = findTokens(value).some(({ kind }) => kind !== 'opaque');
  return JSON.stringify(holdsToken ? WITHHELD : value);
}

function everythingOf(token: string): JsonNode {
  const segments = decodeToken(token).segments;
  const header = segments.find(({ name }) => name === 'header');
  const signature = segments.find(({ name }) => name === 'signature');
  return object({
    header: contentOf(header),
    claims: claimsOf(token),
    ...(signature === undefined ? {} : { signature: string(signature.text) }),
    token: string(token),
  });
}

function claimsOf(token: string): JsonNode {
  return contentOf(decodeToken(token).segments.find(({ name }) => name === 'payload'));
}

function contentOf(segment: Segment | undefined): JsonNode {
  if (segment?.bytes === undefined) return { type: 'null', source: 'null', value: null };
  if (segment.json !== undefined) return segment.json;
  if (segment.source !== undefined) return object({ payload: string(segment.source), encoding: string('utf-8') });
  const hex = Array.from(segment.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return object({ payload: string(hex), encoding: string('hex') });
}

function object(members: Record<string, JsonNode>): JsonNode {
  return {
    type: 'object',
    members: Object.entries(members).map(([name, value]) => ({ name, nameSource: JSON.stringify(name), value, duplicate: false })),
  };
}

function string(value: string): JsonNode {
  return { type: 'string', source: JSON.stringify(value), value };
}
