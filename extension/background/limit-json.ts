/** A JSON tree small enough to send and show: hostile tokens hold hundreds of thousands of values. */
import type { JsonNode } from '../../src/index.ts';

const MAX_NODES = 2_000;
export const MAX_TEXT = 10_000;

export interface Limited {
  readonly node: JsonNode;
  /** Values and cut texts that are not in it. */
  readonly omitted: number;
}

/** Keeps the first values in the order of the text. Depth is bounded by the scanner. */
export function limitJson(root: JsonNode): Limited {
  let left = MAX_NODES;
  let omitted = 0;

  const take = <Item>(items: readonly Item[], nodeOf: (item: Item) => JsonNode, replace: (item: Item, node: JsonNode) => Item): Item[] => {
    const kept: Item[] = [];
    for (const item of items) {
      if (left <= 0) break;
      left -= 1;
      kept.push(replace(item, limit(nodeOf(item))));
    }
    omitted += items.length - kept.length;
    return kept;
  };
  const limit = (node: JsonNode): JsonNode => {
    switch (node.type) {
      case 'object':
        return { type: 'object', members: take(node.members, ({ value }) => value, (member, value) => ({ ...member, value })) };
      case 'array':
        return { type: 'array', items: take(node.items, (item) => item, (_item, value) => value) };
      case 'string':
      case 'number':
        return node.source.length <= MAX_TEXT ? node : cut(node);
      case 'boolean':
      case 'null':
        return node;
      default:
        return node satisfies never;
    }
  };
  const cut = (node: Extract<JsonNode, { type: 'string' | 'number' }>): JsonNode => {
    omitted += 1;
    // Only the source is shown; a cut string keeps its closing quote.
    return { ...node, source: `${node.source.slice(0, MAX_TEXT)}…${node.type === 'string' ? '"' : ''}` };
  };

  return { node: limit(root), omitted };
}
