import type { JsonNode } from '../types.ts';

/** A scanned value as indented JSON that keeps digits, order, escapes and duplicate names. Depth is bounded by the scanner. */
export function printJson(node: JsonNode, indent = ''): string {
  const inner = `${indent}  `;
  if (node.type === 'object') {
    return bracket('{', node.members.map(({ nameSource, value }) => `${nameSource}: ${printJson(value, inner)}`), '}', indent);
  }
  if (node.type === 'array') return bracket('[', node.items.map((item) => printJson(item, inner)), ']', indent);
  return node.source;
}

function bracket(open: string, lines: readonly string[], close: string, indent: string): string {
  if (lines.length === 0) return open + close;
  const inner = `\n${indent}  `;
  return `${open}${inner}${lines.join(`,${inner}`)}\n${indent}${close}`;
}
