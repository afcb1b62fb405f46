import type { LocalProblem } from './problem.ts';

export interface Utf8Result {
  readonly source: string | undefined;
  readonly problems: readonly LocalProblem[];
}

/** Keeps nothing between calls: it never decodes a stream. */
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Strict UTF-8, RFC 3629. A byte order mark is reported and left out (RFC 8259 section 8.1). Never throws. */
export function decodeUtf8(bytes: Uint8Array): Utf8Result {
  try {
    const source = DECODER.decode(bytes);
    if (!source.startsWith('\uFEFF')) return { source, problems: [] };
    return { source: source.slice(1), problems: [{ code: 'utf8-bom', offset: 0, message: 'expected no byte order mark' }] };
  } catch {
    return { source: undefined, problems: [{ code: 'utf8-invalid', message: 'the bytes are not UTF-8 text' }] };
  }
}
