import type { JsonNode } from '../types.ts';

/**
 * The value of a member. Where a name stands more than once the last one counts, as in JSON.parse and most libraries;
 * the duplicate itself is reported by the scanner.
 */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.type === 'object' ? node.members.findLast((member) => member.name === name)?.value : undefined;
}

export function stringMember(node: JsonNode | undefined, name: string): string | undefined {
  const value = memberOf(node, name);
  return value?.type === 'string' ? value.value : undefined;
}

/** Finite numbers only. */
export function numberMember(node: JsonNode | undefined, name: string): number | undefined {
  const value = memberOf(node, name);
  return value?.type === 'number' && Number.isFinite(value.value) ? value.value : undefined;
}

/** One string or an array of strings, as `aud` may be (RFC 7519 section 4.1.3). Undefined for anything else. */
export function stringsMember(node: JsonNode | undefined, name: string): string[] | undefined {
  const value = memberOf(node, name);
  if (value?.type === 'string') return [value.value];
  if (value?.type !== 'array') return undefined;
  const strings = value.items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
  return strings.length === value.items.length ? strings : undefined;
}

export function isRepeated(node: JsonNode | undefined, name: string): boolean {
  return node?.type === 'object' && node.members.some((member) => member.name === name && member.duplicate);
}
