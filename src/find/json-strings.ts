import type { JsonVisitor } from '../decode/json-visitor.ts';
import { walkJson } from '../decode/json-walker.ts';
import { endOfValue, findJwsJson } from './jws-json.ts';

/** A string inside a JSON text: a value, or (`isName`) the name of a member. */
export interface JsonString {
  readonly text: string;
  readonly isName: boolean;
  /** The nearest member name on the way to it; undefined outside every object. */
  readonly memberName: string | undefined;
  /** What follows `$` in its path, RFC 9535 section 2.7. */
  path(): string;
}

/** A JWS in JSON serialization, as UTF-16 offsets in the JSON text. */
export interface JsonRange {
  readonly start: number;
  readonly end: number;
  /** What follows `$` in its path, RFC 9535 section 2.7. */
  readonly path: string;
}

const ANY: JsonVisitor = { open() {}, close() {}, name() {}, string() {}, number() {}, word() {} };

/** Names longer than this are cut in paths: each token found would carry them along. */
const LONGEST_NAME = 200;

export function isJson(text: string): boolean {
  return walkJson(text, ANY).problem === undefined;
}

/**
 * Tells of every string in a JSON text, in order, duplicate names included, and of every JWS in JSON serialization, whose
 * own strings are not told of. Returns the offset behind the last part that is JSON: short of the end if the text was cut
 * or is no JSON at all.
 */
export function visitStrings(text: string, visit: (string: JsonString) => void, visitJws: (range: JsonRange) => void): number {
  const visitor = new StringVisitor(visit, findJwsJson(text), (start, path) => visitJws({ start, end: endOfValue(text, start), path }), text);
  const { problem, end } = walkJson(text, visitor);
  return problem === undefined ? text.length : end;
}

class StringVisitor implements JsonVisitor {
  readonly #visit: (string: JsonString) => void;
  readonly #visitJws: (start: number, path: string) => void;
  /** Containers that are a JWS, by the order of their opening. */
  readonly #jws: ReadonlySet<number>;
  readonly #text: string;
  /** A member's name or an item's index for each open container. */
  readonly #steps: (string | number)[] = [];
  #opened = 0;
  /** How deep the JWS stands that is being passed over; 0 outside. */
  #jwsDepth = 0;
  #isAtJws = false;

  constructor(visit: (string: JsonString) => void, jws: ReadonlySet<number>, visitJws: (start: number, path: string) => void, text: string) {
    this.#visit = visit;
    this.#jws = jws;
    this.#visitJws = visitJws;
    this.#text = text;
  }

  open(type: 'object' | 'array'): void {
    this.#steps.push(type === 'object' ? '' : 0);
    this.#isAtJws = this.#jwsDepth === 0 && this.#jws.has(this.#opened);
    if (this.#isAtJws) this.#jwsDepth = this.#steps.length;
    this.#opened += 1;
  }

  close(): void {
    if (this.#steps.length === this.#jwsDepth) this.#jwsDepth = 0;
    this.#steps.pop();
    this.#advance();
  }

  name(value: string, _source: string, offset: number): void {
    if (this.#isAtJws) this.#visitJws(this.#text.lastIndexOf('{', offset), this.#steps.slice(0, -1).map(selectorOf).join(''));
    this.#isAtJws = false;
    this.#steps[this.#steps.length - 1] = value;
    this.#tell(value, true);
  }

  string(value: string): void {
    this.#tell(value, false);
    this.#advance();
  }

  number(): void {
    this.#advance();
  }

  word(): void {
    this.#advance();
  }

  #tell(text: string, isName: boolean): void {
    if (this.#jwsDepth > 0) return;
    const steps = this.#steps;
    const memberName = steps.findLast((step) => typeof step === 'string');
    this.#visit({ text, isName, memberName, path: () => steps.map(selectorOf).join('') });
  }

  #advance(): void {
    const last = this.#steps.length - 1;
    const step = this.#steps[last];
    if (typeof step === 'number') this.#steps[last] = step + 1;
  }
}

/** RFC 9535 sections 2.3.1 and 2.3.3: `.user`, `['access token']`, `[0]`. */
function selectorOf(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  if (/^[A-Za-z_]\w{0,99}$/.test(step)) return `.${step}`;
  const name = step.length > LONGEST_NAME ? `${step.slice(0, LONGEST_NAME)}…` : step;
  return `['${name.replace(/[\\']/g, '\\$&').replace(/[\p{Cc}\p{Cs}]/gu, escapeUnit)}']`;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
