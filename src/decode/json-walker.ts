import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './json-codes.ts';
import { endOfNumber, endOfString, isDigit, type Misfit, valueOfString } from './json-scalars.ts';
import type { JsonVisitor } from './json-visitor.ts';
import type { LocalProblem } from './problem.ts';

/** Deeper values are refused: nothing legitimate is, and browsers' messages and storage drop what is. */
export const MAX_DEPTH = 100;

export interface WalkResult {
  /** What makes the text no JSON; undefined when it is. */
  readonly problem: LocalProblem | undefined;
  /** UTF-16 offset behind the last part that was told of. */
  readonly end: number;
}

const WORDS = ['true', 'false', 'null'] as const;

/**
 * Strict RFC 8259: iterative, in one pass, stopping at the first problem. Parts before the problem have been told of,
 * which lets a text that was cut short be searched up to there. Never throws.
 */
export function walkJson(source: string, visitor: JsonVisitor): WalkResult {
  return new JsonWalker(source, visitor).walk();
}

class JsonWalker {
  readonly #source: string;
  readonly #visitor: JsonVisitor;
  /** Closing characters of the open containers, outermost first. */
  readonly #closers: number[] = [];
  #offset = 0;
  #problem: LocalProblem | undefined;

  constructor(source: string, visitor: JsonVisitor) {
    this.#source = source;
    this.#visitor = visitor;
  }

  walk(): WalkResult {
    let goesOn = true;
    while (goesOn) goesOn = this.#readValue() && this.#readWhatFollows();
    return { problem: this.#problem, end: this.#offset };
  }

  /** Up to the end of the first value without content: a scalar or an empty container. */
  #readValue(): boolean {
    for (;;) {
      const code = this.#nextCode();
      if (code !== OPEN_BRACE && code !== OPEN_BRACKET) return this.#readScalar(code);
      if (this.#closers.length === MAX_DEPTH) return this.#refuse('json-depth', `nested more than ${MAX_DEPTH} levels deep`);
      const closer = code === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET;
      this.#closers.push(closer);
      this.#visitor.open(code === OPEN_BRACE ? 'object' : 'array');
      this.#offset += 1;
      if (this.#nextCode() === closer) {
        this.#close();
        return true;
      }
      if (code === OPEN_BRACE && !this.#readName()) return false;
    }
  }

  /** Closes what ends here; true when another value has to follow. */
  #readWhatFollows(): boolean {
    for (;;) {
      const code = this.#nextCode();
      const closer = this.#closers[this.#closers.length - 1];
      if (closer === undefined) return Number.isNaN(code) ? false : this.#refuse('json-trailing', 'expected nothing after the JSON value');
      if (code === COMMA) {
        this.#offset += 1;
        return closer === CLOSE_BRACKET || this.#readName();
      }
      if (code !== closer) return this.#refuseUnexpected(`"," or "${String.fromCharCode(closer)}"`);
      this.#close();
    }
  }

  #close(): void {
    this.#closers.pop();
    this.#offset += 1;
    this.#visitor.close();
  }

  #readName(): boolean {
    if (this.#nextCode() !== QUOTE) return this.#refuseUnexpected('a member name in double quotes');
    const start = this.#offset;
    const source = this.#take(endOfString);
    if (source === undefined) return false;
    if (this.#nextCode() !== COLON) return this.#refuseUnexpected('":"');
    this.#offset += 1;
    this.#visitor.name(valueOfString(source), source, start);
    return true;
  }

  #readScalar(code: number): boolean {
    if (code === QUOTE) {
      const source = this.#take(endOfString);
      if (source !== undefined) this.#visitor.string(valueOfString(source), source);
      return source !== undefined;
    }
    if (code === MINUS || isDigit(code)) {
      const source = this.#take(endOfNumber);
      if (source !== undefined) this.#visitor.number(source);
      return source !== undefined;
    }
    const word = WORDS.find((candidate) => this.#source.startsWith(candidate, this.#offset));
    if (word === undefined) return this.#refuseUnexpected('a JSON value');
    this.#offset += word.length;
    this.#visitor.word(word);
    return true;
  }

  /** The scalar's source, with the offset behind it; undefined with the problem noted. */
  #take(endOf: (source: string, start: number) => number | Misfit): string | undefined {
    const start = this.#offset;
    const end = endOf(this.#source, start);
    if (typeof end !== 'number') {
      this.#refuseUnexpected(end.expected, end.offset);
      return undefined;
    }
    this.#offset = end;
    return this.#source.slice(start, end);
  }

  /** NaN at the end. */
  #nextCode(): number {
    for (;;) {
      const code = this.#source.charCodeAt(this.#offset);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
      this.#offset += 1;
    }
  }

  #refuseUnexpected(expected: string, offset = this.#offset): false {
    if (offset >= this.#source.length) return this.#refuse('json-end', `the text ends where ${expected} was expected`, this.#source.length);
    return this.#refuse('json-syntax', `expected ${expected}`, offset);
  }

  #refuse(code: LocalProblem['code'], message: string, offset = this.#offset): false {
    this.#problem = { code, offset, message };
    return false;
  }
}
