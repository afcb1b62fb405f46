import { quoteCharacter } from './problem.ts';

type Punctuation = '{' | '}' | '[' | ']' | ':' | ',';

export interface Lexeme {
  readonly type: Punctuation | 'string' | 'number' | 'true' | 'false' | 'null' | 'end' | 'wrong';
  /** As written; for `wrong` a sentence that says what is. */
  readonly source: string;
  /** UTF-16 offset of its first character, or of the wrong one. */
  readonly offset: number;
}

const PUNCTUATION: ReadonlySet<string> = new Set<Punctuation>(['{', '}', '[', ']', ':', ',']);
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The lexical part of RFC 8259, one lexeme at a time. */
export class JsonLexer {
  readonly #source: string;
  #offset = 0;

  constructor(source: string) {
    this.#source = source;
  }

  next(): Lexeme {
    while (isWhitespace(this.#source.charCodeAt(this.#offset))) this.#offset += 1;
    const offset = this.#offset;
    const first = this.#source[offset];
    if (first === undefined) return { type: 'end', source: '', offset };
    if (PUNCTUATION.has(first)) return this.#take(first as Punctuation, offset + 1);
    if (first === '"') return this.#string();
    const word = this.#match(WORD, offset);
    if (word !== undefined) return this.#take(word as 'true' | 'false' | 'null', offset + word.length);
    const number = this.#match(NUMBER, offset);
    if (number !== undefined) return this.#take('number', offset + number.length);
    return this.#wrong(offset, `${quoteCharacter(this.#source, offset)} begins no JSON value`);
  }

  #string(): Lexeme {
    const start = this.#offset;
    for (let offset = start + 1; ; offset += 1) {
      const code = this.#source.charCodeAt(offset);
      if (code === 0x22) return this.#take('string', offset + 1);
      if (Number.isNaN(code)) return { type: 'end', source: '', offset };
      if (code < 0x20) return this.#wrong(offset, `the control character ${quoteCharacter(this.#source, offset)} must be escaped`);
      if (code !== 0x5c) continue;
      const escape = this.#match(ESCAPE, offset);
      if (escape === undefined) return this.#wrong(offset, 'unknown escape in a string');
      offset += escape.length - 1;
    }
  }

  #match(pattern: RegExp, offset: number): string | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(this.#source)?.[0];
  }

  #take(type: Lexeme['type'], end: number): Lexeme {
    const offset = this.#offset;
    this.#offset = end;
    return { type, source: this.#source.slice(offset, end), offset };
  }

  #wrong(offset: number, source: string): Lexeme {
    return { type: 'wrong', source, offset };
  }
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
