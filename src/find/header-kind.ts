import { decodeUtf8 } from '../decode/utf8.ts';
import type { JsonVisitor } from '../decode/json-visitor.ts';
import { walkJson } from '../decode/json-walker.ts';

/** Longer ones are none: even a chain of certificates (x5c) is shorter. In base64url characters. */
const LONGEST_HEADER = 65_536;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const EQUALS = 0x3d;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;
/** Overwritten by every call and read by none after it: a new array for each of a million dots would take longer than the rest. */
const SCRATCH = new Uint8Array((LONGEST_HEADER / 4) * 3);

/**
 * What the base64url text from `start` to `end` is the JOSE header of: a JSON object with the string `enc` (JWE, RFC 7516
 * section 9) or `alg` (JWS). Refuses what is none by its first and last bytes and its names before JSON is read at all.
 */
export function kindOfHeader(text: string, start: number, end: number): 'jws' | 'jwe' | undefined {
  if (end - start > LONGEST_HEADER || !mayBeginObject(text.charCodeAt(start))) return undefined;
  const bytes = decodeIntoScratch(text, start, end);
  if (bytes === undefined || !isWrittenLikeHeader(bytes)) return undefined;
  const { source } = decodeUtf8(bytes);
  const visitor = new HeaderVisitor();
  return source === undefined || walkJson(source, visitor).problem !== undefined ? undefined : visitor.kind;
}

/** Whether the first six bits are those of a brace, of white space or of a byte order mark. */
function mayBeginObject(code: number): boolean {
  return 'eICD7'.includes(String.fromCharCode(code));
}

function decodeIntoScratch(text: string, start: number, paddedEnd: number): Uint8Array | undefined {
  let end = paddedEnd;
  while (end > start && paddedEnd - end < 2 && text.charCodeAt(end - 1) === EQUALS) end -= 1;
  let bits = 0;
  let count = 0;
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? 255;
    if (value === 255) return undefined;
    bits = ((bits << 6) | value) & 0xff_ffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    SCRATCH[length] = (bits >> count) & 0xff;
    length += 1;
  }
  return (end - start) % 4 === 1 ? undefined : SCRATCH.subarray(0, length);
}

/** Braces around, and inside the names `alg` or `enc`, or a backslash that may hide them. */
function isWrittenLikeHeader(bytes: Uint8Array): boolean {
  let first = bytes[0] === 0xef ? 3 : 0;
  while (isSpace(bytes[first])) first += 1;
  let last = bytes.length - 1;
  while (isSpace(bytes[last])) last -= 1;
  if (bytes[first] !== OPEN_BRACE || bytes[last] !== CLOSE_BRACE) return false;
  for (let at = first + 1; at < last; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) return true;
    if (byte === 0x61 && bytes[at + 1] === 0x6c && bytes[at + 2] === 0x67 && bytes[at + 3] === 0x22) return true;
    if (byte === 0x65 && bytes[at + 1] === 0x6e && bytes[at + 2] === 0x63 && bytes[at + 3] === 0x22) return true;
  }
  return false;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Remembers what the outermost object says; of a name that stands twice, the last one counts. */
class HeaderVisitor implements JsonVisitor {
  #depth = 0;
  #name = '';
  #alg = false;
  #enc = false;

  get kind(): 'jws' | 'jwe' | undefined {
    if (this.#enc) return 'jwe';
    return this.#alg ? 'jws' : undefined;
  }

  open(): void {
    this.#depth += 1;
  }

  close(): void {
    this.#depth -= 1;
  }

  name(value: string): void {
    if (this.#depth !== 1) return;
    this.#name = value;
    if (value === 'alg') this.#alg = false;
    if (value === 'enc') this.#enc = false;
  }

  string(): void {
    if (this.#depth !== 1) return;
    if (this.#name === 'alg') this.#alg = true;
    if (this.#name === 'enc') this.#enc = true;
  }

  number(): void {}

  word(): void {}
}
