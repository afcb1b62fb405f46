import { type LocalProblem, quoteCharacter } from './problem.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Character code to its six bits; 255 where it is no base64url character. */
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

export interface Base64urlResult {
  /** Undefined when a character or the length is impossible; padding and spare bits still give bytes. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly problems: readonly LocalProblem[];
}

/** Strict base64url without padding, RFC 4648 section 5 as RFC 7515 section 2 uses it. Never throws. */
export function decodeBase64url(text: string): Base64urlResult {
  const problems: LocalProblem[] = [];
  const length = lengthWithoutPadding(text);
  if (length < text.length) {
    problems.push({ code: 'base64url-padding', offset: length, message: 'expected no padding ("=")' });
  }
  const wrong = findWrongCharacter(text, length);
  if (wrong >= 0) {
    const found = quoteCharacter(text, wrong);
    return { bytes: undefined, problems: [...problems, { code: 'base64url-character', offset: wrong, message: `${found} is not a base64url character` }] };
  }
  if (length % 4 === 1) {
    return { bytes: undefined, problems: [...problems, { code: 'base64url-length', message: `${length} characters are no whole number of bytes` }] };
  }
  if (hasSpareBits(text, length)) {
    problems.push({ code: 'base64url-spare-bits', offset: length - 1, message: 'expected the unused bits of the last character to be zero' });
  }
  return { bytes: toBytes(text, length), problems };
}

function valueAt(text: string, index: number): number {
  return VALUES[text.charCodeAt(index)] ?? 255;
}

function lengthWithoutPadding(text: string): number {
  let length = text.length;
  while (length > 0 && text.length - length < 2 && text.charCodeAt(length - 1) === 61) length -= 1;
  return length;
}

function findWrongCharacter(text: string, length: number): number {
  for (let index = 0; index < length; index += 1) if (valueAt(text, index) === 255) return index;
  return -1;
}

/** Whether every character is of the base64url alphabet; padding is not. */
export function isBase64urlCode(code: number): boolean {
  return (VALUES[code] ?? 255) !== 255;
}

function hasSpareBits(text: string, length: number): boolean {
  const spare = { 2: 0b1111, 3: 0b11 }[length % 4] ?? 0;
  return (valueAt(text, length - 1) & spare) !== 0;
}

function toBytes(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let index = 0; index < length; index += 1) {
    bits = ((bits << 6) | valueAt(text, index)) & 0xff_ffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at] = (bits >> count) & 0xff;
    at += 1;
  }
  return bytes;
}
