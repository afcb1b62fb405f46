import type { JsonMember, JsonNode } from '../types.ts';
import type { JsonVisitor } from './json-visitor.ts';
import { walkJson } from './json-walker.ts';
import type { LocalProblem } from './problem.ts';

/** More are not worth a line each; every such member is marked all the same. */
const MAX_DUPLICATE_PROBLEMS = 100;

export interface JsonResult {
  /** Undefined when the source is no JSON text. */
  readonly node: JsonNode | undefined;
  /** At most one that makes it no JSON, and one for each member (the first 100) that repeats a name. */
  readonly problems: readonly LocalProblem[];
}

/**
 * Strict RFC 8259, in linear time. Keeps what JSON.parse loses: order, duplicate names at every depth, digits and
 * escapes. `__proto__` is a name like any other. Never throws.
 */
export function scanJson(source: string): JsonResult {
  const builder = new NodeBuilder();
  const { problem } = walkJson(source, builder);
  if (problem !== undefined) return { node: undefined, problems: [...builder.problems, problem] };
  return { node: builder.root, problems: builder.problems };
}

interface OpenObject {
  readonly type: 'object';
  readonly members: { -readonly [Key in keyof JsonMember]: JsonMember[Key] }[];
  /** Where each name first stood. */
  readonly first: Map<string, number>;
  name: { readonly value: string; readonly source: string };
}
type Container = OpenObject | { readonly type: 'array'; readonly items: JsonNode[] };

class NodeBuilder implements JsonVisitor {
  readonly problems: LocalProblem[] = [];
  root: JsonNode | undefined;
  readonly #open: Container[] = [];

  open(type: 'object' | 'array'): void {
    this.#open.push(type === 'array' ? { type, items: [] } : { type, members: [], first: new Map(), name: { value: '', source: '' } });
  }

  close(): void {
    const container = this.#open.pop();
    if (container?.type === 'array') this.#add({ type: 'array', items: container.items });
    if (container?.type === 'object') this.#add({ type: 'object', members: container.members });
  }

  name(value: string, source: string, offset: number): void {
    const container = this.#open.at(-1);
    if (container?.type !== 'object') return;
    container.name = { value, source };
    if (!container.first.has(value) || this.problems.length >= MAX_DUPLICATE_PROBLEMS) return;
    this.problems.push({ code: 'json-duplicate-name', offset, message: 'expected a name that does not stand in this object already' });
  }

  string(value: string, source: string): void {
    this.#add({ type: 'string', source, value });
  }

  number(source: string): void {
    this.#add({ type: 'number', source, value: Number(source) });
  }

  word(source: 'true' | 'false' | 'null'): void {
    this.#add(source === 'null' ? { type: 'null', source, value: null } : { type: 'boolean', source, value: source === 'true' });
  }

  #add(value: JsonNode): void {
    const container = this.#open.at(-1);
    if (container === undefined) this.root = value;
    else if (container.type === 'array') container.items.push(value);
    else addMember(container, value);
  }
}

function addMember({ members, first, name }: OpenObject, value: JsonNode): void {
  const earlier = members[first.get(name.value) ?? -1];
  if (earlier === undefined) first.set(name.value, members.length);
  else earlier.duplicate = true;
  members.push({ name: name.value, nameSource: name.source, value, duplicate: earlier !== undefined });
}
