/** Part of a text: an escaped chunk, or what stands between two of them. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isEscaped: boolean;
}

const PERCENT = '%';
/** Characters that end a chunk: those that separate values in URLs, forms, cookies and quoted text, and white space. */
const DELIMITERS: ReadonlySet<string> = new Set(' \t\n\r\f\v\u00a0"\'`<>&=;,?#()[]{}|\\');

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
    return text.replace(/%([0-7][0-9A-Fa-f])/g, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

function findEscape(text: string, start: number): number {
  let at = text.indexOf(PERCENT, start);
  while (at >= 0 && !(isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2)))) at = text.indexOf(PERCENT, at + 1);
  return at;
}

function startOfChunk(text: string, inside: number, limit: number): number {
  let start = inside;
  while (start > limit && !DELIMITERS.has(text.charAt(start - 1))) start -= 1;
  return start;
}

function endOfChunk(text: string, inside: number): number {
  let end = inside;
  while (end < text.length && !DELIMITERS.has(text.charAt(end))) end += 1;
  return end;
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}
