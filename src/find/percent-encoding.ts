/** Part of a text: an escaped chunk, or what stands between two of them. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isEscaped: boolean;
}

const PERCENT = '%';
/** Characters that end a chunk: those that separate values in URLs, forms, cookies and quoted text, and white space. */
const DELIMITERS = new Uint8Array(256);
for (const character of ' \t\n\r\f\v\u00a0"\'`<>&=;,?#()[]{}|\\') DELIMITERS[character.charCodeAt(0)] = 1;

/** Cuts a text, from `start` on, around chunks with percent-encoding in them (RFC 3986 section 2.1). Linear. */
export function visitPieces(text: string, start: number, visit: (piece: Piece) => void): void {
  let done = start;
  for (let escape = findEscape(text, start); escape >= 0; escape = findEscape(text, done)) {
    const chunkStart = startOfChunk(text, escape, done);
    const chunkEnd = endOfChunk(text, escape);
    if (chunkStart > done) visit({ start: done, end: chunkStart, isEscaped: false });
    visit({ start: chunkStart, end: chunkEnd, isEscaped: true });
    done = chunkEnd;
  }
  if (done < text.length) visit({ start: done, end: text.length, isEscaped: false });
}

/** Whether the whole text is one chunk with percent-encoding in it. */
export function isEscapedChunk(text: string): boolean {
  const escape = findEscape(text, 0);
  return escape >= 0 && startOfChunk(text, escape, 0) === 0 && endOfChunk(text, escape) === text.length;
}

/** Never throws: where the bytes are not UTF-8, only ASCII is decoded. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeAscii(text);
  }
}

/** In an array of code units: a call for each escape would take seconds on a hostile text. */
function decodeAscii(text: string): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isEscape = text.charCodeAt(at) === 0x25 && (text.charCodeAt(at + 1) & 0xfff8) === 0x30 && isHex(text.charCodeAt(at + 2));
    units[length] = isEscape ? Number.parseInt(text.slice(at + 1, at + 3), 16) : text.charCodeAt(at);
    length += 1;
    if (isEscape) at += 2;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length));
}

function findEscape(text: string, start: number): number {
  let at = text.indexOf(PERCENT, start);
  while (at >= 0 && !(isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2)))) at = text.indexOf(PERCENT, at + 1);
  return at;
}

function startOfChunk(text: string, inside: number, limit: number): number {
  let start = inside;
  while (start > limit && DELIMITERS[text.charCodeAt(start - 1)] !== 1) start -= 1;
  return start;
}

function endOfChunk(text: string, inside: number): number {
  let end = inside;
  while (end < text.length && DELIMITERS[text.charCodeAt(end)] !== 1) end += 1;
  return end;
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}
