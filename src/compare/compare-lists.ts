import type { JsonNode } from '../types.ts';
import type { Change } from './comparison.ts';
import { isOrdered, type ValueIds } from './value-ids.ts';

/** Longest list that is compared item by item. */
export const MAX_ITEMS = 1000;

/** RFC 6749 section 3.3: texts that are lists. Entra calls it `scp`. */
const SPACE_SEPARATED: ReadonlySet<string> = new Set(['scope', 'scp']);

type ListChange = Pick<Change, 'code' | 'itemsAdded' | 'itemsRemoved'>;

/** What changed between two lists, a text that is a list counting as one; `same` for texts of the same items; undefined if one is no list. */
export function compareLists(name: string, older: JsonNode, newer: JsonNode, ids: ValueIds): ListChange | 'same' | undefined {
  const before = itemsOf(name, older);
  const after = itemsOf(name, newer);
  if (before === undefined || after === undefined) return undefined;
  if (before.length > MAX_ITEMS || after.length > MAX_ITEMS) return { code: 'items-too-many' };
  const itemsAdded = itemsWithout(after, before, ids);
  const itemsRemoved = itemsWithout(before, after, ids);
  if (itemsAdded.length > 0 || itemsRemoved.length > 0) return { code: 'items-changed', itemsAdded, itemsRemoved };
  if (older.type !== newer.type) return { code: 'form-changed' };
  return isOrdered(name, before) ? { code: 'reordered' } : 'same';
}

/** One text in `aud` is a list of one: RFC 7519 section 4.1.3. */
function itemsOf(name: string, node: JsonNode): readonly JsonNode[] | undefined {
  if (node.type === 'array') return node.items;
  if (node.type !== 'string') return undefined;
  if (name === 'aud') return [node];
  if (!SPACE_SEPARATED.has(name)) return undefined;
  const words = node.value.split(' ').filter((word) => word !== '');
  return [...new Set(words)].map((value) => ({ type: 'string', source: JSON.stringify(value), value }));
}

/** Items are counted: of two equal ones, one may be gone. */
function itemsWithout(items: readonly JsonNode[], others: readonly JsonNode[], ids: ValueIds): JsonNode[] {
  const left = new Map<number, number>();
  for (const other of others) left.set(ids.idOf(other, ''), (left.get(ids.idOf(other, '')) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(ids.idOf(item, '')) ?? 0;
    left.set(ids.idOf(item, ''), count - 1);
    return count <= 0;
  });
}
