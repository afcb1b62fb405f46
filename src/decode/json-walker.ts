import type { LocalProblem } from './problem.ts';

/** Deeper values are refused: nothing legitimate is, and browsers' messages and storage drop what is. */
export const MAX_DEPTH = 100;

/** Told of each part of a JSON text, in the text's order. `source` is always exactly as written. */
export interface JsonVisitor {
  open(type: 'object' | 'array'): void;
  close(): void;
  /** The name of the member whose value follows; `offset` is that of its opening quote. */
  name(value: string, source: string, offset: number): void;
  string(value: string, source: string): void;
  number(source: string): void;
  word(source: 'true' | 'false' | 'null'): void;
}

export interface WalkResult {
  /** What makes the text no JSON; undefined when it is. */
  readonly problem: LocalProblem | undefined;
  /** UTF-16 offset behind the last part that was told of. */
  readonly end: number;
}

const WORDS = ['true', 'false', 'null'] as const;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

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
    const source = this.#takeString();
    if (source === undefined) return false;
    if (this.#nextCode() !== COLON) return this.#refuseUnexpected('":"');
    this.#offset += 1;
    this.#visitor.name(valueOf(source), source, start);
    return true;
  }

  #readScalar(code: number): boolean {
    if (code === QUOTE) {
      const source = this.#takeString();
      if (source === undefined) return false;
      this.#visitor.string(valueOf(source), source);
      return true;
    }
    if (code === MINUS || isDigit(code)) return this.#readNumber();
    const word = WORDS.find((candidate) => this.#source.startsWith(candidate, this.#offset));
    if (word === undefined) return this.#refuseUnexpected('a JSON value');
    this.#offset += word.length;
    this.#visitor.word(word);
    return true;
  }

  #readNumber(): boolean {
    const start = this.#offset;
    let end = this.#source.charCodeAt(start) === MINUS ? start + 1 : start;
    end = this.#source.charCodeAt(end) === ZERO ? end + 1 : this.#endOfDigits(end);
    if (end >= 0 && this.#source.charCodeAt(end) === DOT) end = this.#endOfDigits(end + 1);
    if (end >= 0 && (this.#source.charCodeAt(end) | 0x20) === 0x65) {
      const sign = this.#source[end + 1];
      end = this.#endOfDigits(sign === '+' || sign === '-' ? end + 2 : end + 1);
    }
    if (end < 0) return false;
    this.#offset = end;
    this.#visitor.number(this.#source.slice(start, end));
    return true;
  }

  /** Negative, with the problem noted, when there is not one digit. */
  #endOfDigits(start: number): number {
    let end = start;
    while (isDigit(this.#source.charCodeAt(end))) end += 1;
    if (end > start) return end;
    this.#refuseUnexpected('a digit', start);
    return -1;
  }

  #takeString(): string | undefined {
    const start = this.#offset;
    for (let at = start + 1; ; at += 1) {
      const code = this.#source.charCodeAt(at);
      if (code === QUOTE) {
        this.#offset = at + 1;
        return this.#source.slice(start, at + 1);
      }
      if (code === BACKSLASH) {
        ESCAPE.lastIndex = at;
        if (!ESCAPE.test(this.#source)) return void this.#refuse('json-syntax', 'unknown escape in a string', at);
        at = ESCAPE.lastIndex - 1;
      } else if (code < 0x20) {
        return void this.#refuse('json-syntax', 'expected a control character in a string to be escaped', at);
      } else if (Number.isNaN(code)) {
        return void this.#refuseUnexpected('the closing quote of a string', at);
      }
    }
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

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function valueOf(source: string): string {
  return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1);
}
