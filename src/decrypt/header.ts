import type { JsonNode } from '../types.ts';

/** A JOSE header as plain values; names have been checked to stand once. */
export type Header = Readonly<Record<string, unknown>>;

export interface Headers {
  /** The three together, RFC 7516 section 4. */
  readonly header: Header;
  readonly protectedHeader: Header;
  readonly unprotected: Header | undefined;
  readonly own: Header | undefined;
}

/** The header of one recipient, or what is wrong with it: a name may stand in one of the three only (RFC 7516 section 7.2.1). */
export function readHeader(protectedNode: JsonNode | undefined, unprotectedNode: JsonNode | undefined, ownNode: JsonNode | undefined): Headers | string {
  for (const node of [unprotectedNode, ownNode]) {
    if (node !== undefined && node.type !== 'object') return 'expected the unprotected headers to be objects';
  }
  const names = [protectedNode, unprotectedNode, ownNode].flatMap((node) => (node?.type === 'object' ? node.members.map(({ name }) => name) : []));
  if (new Set(names).size < names.length) return 'expected no header parameter to stand in two headers';
  const [protectedHeader, unprotected, own] = [toRecord(protectedNode), toRecord(unprotectedNode), toRecord(ownNode)];
  return { header: { ...protectedHeader, ...unprotected, ...own }, protectedHeader: protectedHeader ?? {}, unprotected, own };
}

/** Undefined where there is no object. Nested at most 100 deep, as the scanner allows. */
function toRecord(node: JsonNode | undefined): Header | undefined {
  return node?.type === 'object' ? Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)])) : undefined;
}

function plainValue(node: JsonNode): unknown {
  if (node.type === 'object') return toRecord(node);
  return node.type === 'array' ? node.items.map(plainValue) : node.value;
}

export function textOf(header: Header, name: string): string | undefined {
  const value = Object.hasOwn(header, name) ? header[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
