import type { JsonMember, JsonNode } from '../types.ts';
import { JsonLexer, type Lexeme } from './json-lexer.ts';
import type { LocalProblem } from './problem.ts';

/** Deeper values are refused: nothing legitimate is, and browsers' messages and storage drop what is. */
export const MAX_DEPTH = 100;

export interface JsonResult {
  /** Undefined when the source is no JSON text. */
  readonly node: JsonNode | undefined;
  /** At most one that makes it no JSON, and one for each duplicate name. */
  readonly problems: readonly LocalProblem[];
}

type Container =
  | { readonly type: 'object'; readonly members: JsonMember[]; readonly seen: Map<string, number[]>; name: Lexeme | undefined }
  | { readonly type: 'array'; readonly items: JsonNode[] };

/** Thrown inside this file only. */
class Refusal extends Error {
  readonly problem: LocalProblem;

  constructor(problem: LocalProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Strict RFC 8259, iterative, in linear time. Keeps what JSON.parse loses: order, duplicate names, digits and escapes.
 * Never throws.
 */
export function scanJson(source: string): JsonResult {
  const problems: LocalProblem[] = [];
  try {
    return { node: scanValue(new JsonLexer(source), problems), problems };
  } catch (error) {
    if (error instanceof Refusal) return { node: undefined, problems: [...problems, error.problem] };
    throw error;
  }
}

function scanValue(lexer: JsonLexer, problems: LocalProblem[]): JsonNode {
  const open: Container[] = [];
  let lexeme = lexer.next();
  for (;;) {
    let done: JsonNode | undefined;
    if (lexeme.type === '{' || lexeme.type === '[') {
      if (open.length === MAX_DEPTH) refuse('json-depth', lexeme, `nested more than ${MAX_DEPTH} levels deep`);
      const container: Container = lexeme.type === '{' ? { type: 'object', members: [], seen: new Map(), name: undefined } : { type: 'array', items: [] };
      const first = lexer.next();
      if (first.type === (container.type === 'object' ? '}' : ']')) {
        done = close(container, problems);
      } else {
        open.push(container);
        lexeme = container.type === 'object' ? takeName(container, first, lexer) : first;
        continue;
      }
    } else {
      done = toScalar(lexeme);
    }
    const next = attach(open, done, lexer, problems);
    if ('root' in next) return next.root;
    lexeme = next.lexeme;
  }
}

/** Puts a finished value where it belongs, closing every container that ends with it. */
function attach(open: Container[], value: JsonNode, lexer: JsonLexer, problems: LocalProblem[]): { root: JsonNode } | { lexeme: Lexeme } {
  let done = value;
  for (;;) {
    const container = open.at(-1);
    const after = lexer.next();
    if (container === undefined) {
      if (after.type !== 'end') refuse('json-trailing', after, 'expected nothing after the JSON value');
      return { root: done };
    }
    add(container, done);
    if (after.type === ',') {
      const following = lexer.next();
      return { lexeme: container.type === 'object' ? takeName(container, following, lexer) : following };
    }
    const closing = container.type === 'object' ? '}' : ']';
    if (after.type !== closing) unexpected(after, `"," or "${closing}"`);
    open.pop();
    done = close(container, problems);
  }
}

function takeName(container: Extract<Container, { type: 'object' }>, lexeme: Lexeme, lexer: JsonLexer): Lexeme {
  if (lexeme.type !== 'string') unexpected(lexeme, 'a member name in double quotes');
  container.name = lexeme;
  const colon = lexer.next();
  if (colon.type !== ':') unexpected(colon, '":"');
  return lexer.next();
}

function add(container: Container, value: JsonNode): void {
  if (container.type === 'array') {
    container.items.push(value);
    return;
  }
  const { name, members, seen } = container;
  if (name === undefined) return;
  const text = JSON.parse(name.source) as string;
  const offsets = seen.get(text) ?? [];
  offsets.push(name.offset);
  seen.set(text, offsets);
  members.push({ name: text, nameSource: name.source, value, duplicate: false });
}

function close(container: Container, problems: LocalProblem[]): JsonNode {
  if (container.type === 'array') return { type: 'array', items: container.items };
  const { members, seen } = container;
  for (const [, offset] of [...seen.values()].filter((offsets) => offsets.length > 1)) {
    problems.push({ code: 'json-duplicate-name', ...(offset === undefined ? {} : { offset }), message: 'this name stands more than once in its object' });
  }
  return { type: 'object', members: members.map((member) => ({ ...member, duplicate: (seen.get(member.name)?.length ?? 0) > 1 })) };
}

function toScalar(lexeme: Lexeme): JsonNode {
  const { type, source } = lexeme;
  switch (type) {
    case 'string':
      return { type, source, value: JSON.parse(source) as string };
    case 'number':
      return { type, source, value: Number(source) };
    case 'true':
    case 'false':
      return { type: 'boolean', source, value: type === 'true' };
    case 'null':
      return { type, source, value: null };
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
    case 'end':
    case 'wrong':
      return unexpected(lexeme, 'a JSON value');
    default:
      return type satisfies never;
  }
}

function unexpected(lexeme: Lexeme, expected: string): never {
  if (lexeme.type === 'end') refuse('json-end', lexeme, `the text ends where ${expected} was expected`);
  refuse('json-syntax', lexeme, lexeme.type === 'wrong' ? lexeme.source : `expected ${expected}`);
}

function refuse(code: LocalProblem['code'], { offset }: Lexeme, message: string): never {
  throw new Refusal({ code, offset, message });
}
