import type { decodeToken, JsonNode } from '../../../src/index.ts';

export interface SuiteFile {
  readonly name: string;
  /** The file's bytes: some are not UTF-8, so they travel as base64url. */
  readonly base64url: string;
}

export interface SuiteRow {
  readonly name: string;
  /** `accepted`, `refused` and why, or `text lost` when what is shown is not what stands in the file. */
  readonly got: string;
}

const HEADER = 'eyJhbGciOiJIUzI1NiJ9';

/**
 * Each file as the payload of a token, as it would meet the library. Imports nothing at run time: the same function
 * runs in Node and, bundled with the library, in each browser.
 */
export function runJsonSuite(library: { readonly decodeToken: typeof decodeToken }, files: readonly SuiteFile[]): SuiteRow[] {
  return files.map(({ name, base64url }) => {
    const payload = library.decodeToken(`${HEADER}.${base64url}.c2ln`).segments.find((segment) => segment.name === 'payload');
    if (payload?.json === undefined) return { name, got: 'refused' };
    return { name, got: keepsText(payload.json, payload.source ?? '') ? 'accepted' : 'text lost' };
  });
}

/** Whether every name and scalar stands in the source, one after the other, exactly as the tree gives it. */
function keepsText(root: JsonNode, source: string): boolean {
  let at = 0;
  const open: (JsonNode | string)[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'string' && next.type === 'object') {
      for (const { nameSource, value } of next.members.toReversed()) open.push(value, nameSource);
    } else if (typeof next !== 'string' && next.type === 'array') {
      open.push(...next.items.toReversed());
    } else {
      const text = typeof next === 'string' ? next : next.source;
      const found = source.indexOf(text, at);
      if (found < 0) return false;
      at = found + text.length;
    }
  }
  return true;
}
