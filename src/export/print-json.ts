import type { JsonNode } from '../types.ts';

/** How a string, or a name, becomes a JSON string; JSON.stringify keeps what is readable and escapes lone surrogates. */
export type PrintString = (value: string) => string;

/** Deeper levels are not indented further: a hostile megabyte of nested items would become hundreds. In spaces. */
const DEEPEST_INDENT = 24;

/**
 * A scanned value as JSON, indented by two spaces. Keeps digits, order and duplicate names; escapes are written anew, so
 * that `\uc0c1` is readable, and JSON.parse gives the same value. Depth is bounded by the scanner.
 */
export function printJson(node: JsonNode, printString: PrintString = JSON.stringify, indent = ''): string {
  const inner = indent.length < DEEPEST_INDENT ? `${indent}  ` : indent;
  switch (node.type) {
    case 'object':
      return bracket('{', node.members.map(({ name, value }) => `${printString(name)}: ${printJson(value, printString, inner)}`), '}', inner, indent);
    case 'array':
      return bracket('[', node.items.map((item) => printJson(item, printString, inner)), ']', inner, indent);
    case 'string':
      return printString(node.value);
    case 'number':
    case 'boolean':
    case 'null':
      return node.source;
    default:
      return node satisfies never;
  }
}

function bracket(open: string, lines: readonly string[], close: string, inner: string, indent: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${inner}${lines.join(`,\n${inner}`)}\n${indent}${close}`;
}
