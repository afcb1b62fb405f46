import type { JsonVisitor } from '../decode/json-visitor.ts';
import { walkJson } from '../decode/json-walker.ts';

/** A string inside a JSON text: a value, or (`isName`) the name of a member. */
export interface JsonString {
  readonly text: string;
  readonly isName: boolean;
  /** The nearest member name on the way to it; undefined outside every object. */
  readonly memberName: string | undefined;
  /** What follows `$` in its path, RFC 9535 section 2.7. */
  path(): string;
}

const ANY: JsonVisitor = { open() {}, close() {}, name() {}, string() {}, number() {}, word() {} };

/** Names longer than this are cut in paths: each token found would carry them along. */
const LONGEST_NAME = 200;

export function isJson(text: string): boolean {
  return walkJson(text, ANY).problem === undefined;
}

/**
 * Tells of every string in a JSON text, in order, duplicate names included. Returns the offset behind the last part that
 * is JSON: short of the end if the text was cut or is no JSON at all.
 */
export function visitStrings(text: string, visit: (string: JsonString) => void): number {
  const { problem, end } = walkJson(text, new StringVisitor(visit));
  return problem === undefined ? text.length : end;
}

class StringVisitor implements JsonVisitor {
  readonly #visit: (string: JsonString) => void;
  /** A member's name or an item's index for each open container. */
  readonly #steps: (string | number)[] = [];

  constructor(visit: (string: JsonString) => void) {
    this.#visit = visit;
  }

  open(type: 'object' | 'array'): void {
    this.#steps.push(type === 'object' ? '' : 0);
  }

  close(): void {
    this.#steps.pop();
    this.#advance();
  }

  name(value: string): void {
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
