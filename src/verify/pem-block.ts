import type { Der } from './der.ts';

export interface PemBlock {
  readonly label: string;
  readonly der: Der;
}

export interface PemFault {
  /** UTF-16 offset in the text. */
  readonly offset?: number;
  readonly message: string;
}

/** The block that a text begins with, RFC 7468 section 2. Line ends may be written `\n`, as environment variables have them. */
export function readPemBlock(text: string): PemBlock | PemFault {
  const label = /^-----BEGIN ([A-Z0-9 ]{1,64})-----/.exec(text)?.[1];
  if (label === undefined) return { offset: 0, message: 'expected the first line to be "-----BEGIN …-----" with a label in capital letters' };
  const start = label.length + '-----BEGIN -----'.length;
  const end = text.indexOf('-----', start);
  if (end < 0 || !text.startsWith(`-----END ${label}-----`, end)) {
    return { offset: end < 0 ? text.length : end, message: `expected a last line "-----END ${label}-----"` };
  }
  const body = text.slice(start, end).replace(/\\[nr]/g, '\n\n');
  const wrong = body.search(/[^A-Za-z0-9+/=\s]/);
  if (wrong >= 0) return { offset: start + wrong, message: `${describePlace(text, start + wrong)}: expected a base64 character` };
  try {
    const bytes = Uint8Array.from(atob(body.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
    if (bytes.length > 0) return { label, der: bytes };
  } catch {
    // Falls through to the same answer as an empty block.
  }
  return { offset: start, message: `expected whole base64 between the lines BEGIN and END ${label}` };
}

function describePlace(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1}`;
}
