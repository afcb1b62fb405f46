import { BACKSLASH, DOT, LOWER_E, MINUS, QUOTE, ZERO } from './json-codes.ts';

/** Where a scalar stops being JSON, and what should stand there. */
export interface Misfit {
  readonly offset: number;
  readonly expected: string;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Offset behind the string whose opening quote is at `start`, RFC 8259 section 7. */
export function endOfString(source: string, start: number): number | Misfit {
  for (let at = start + 1; ; at += 1) {
    const code = source.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(source)) return { offset: at, expected: 'an escape that JSON knows' };
      at = ESCAPE.lastIndex - 1;
    } else if (code < 0x20) {
      return { offset: at, expected: 'an escape instead of the control character' };
    } else if (Number.isNaN(code)) {
      return { offset: at, expected: 'the closing quote of a string' };
    }
  }
}

/** The value of a well-formed string literal. */
export function valueOfString(source: string): string {
  return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1);
}

/** Offset behind the number at `start`, RFC 8259 section 6. By hand: a pattern would backtrack over a million digits. */
export function endOfNumber(source: string, start: number): number | Misfit {
  let end = source.charCodeAt(start) === MINUS ? start + 1 : start;
  const whole = source.charCodeAt(end) === ZERO ? end + 1 : endOfDigits(source, end);
  if (typeof whole !== 'number') return whole;
  end = whole;
  if (source.charCodeAt(end) === DOT) {
    const fraction = endOfDigits(source, end + 1);
    if (typeof fraction !== 'number') return fraction;
    end = fraction;
  }
  if ((source.charCodeAt(end) | 0x20) !== LOWER_E) return end;
  const sign = source[end + 1];
  return endOfDigits(source, sign === '+' || sign === '-' ? end + 2 : end + 1);
}

function endOfDigits(source: string, start: number): number | Misfit {
  let end = start;
  while (isDigit(source.charCodeAt(end))) end += 1;
  return end > start ? end : { offset: start, expected: 'a digit' };
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
