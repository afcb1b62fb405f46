import type { Problem, ProblemCode, SegmentName } from '../types.ts';

/** A problem before it is known which segment it is in. */
export interface LocalProblem {
  readonly code: ProblemCode;
  readonly offset?: number;
  readonly message: string;
}

/** Says where: "the header, character 12: …", counted from 1. */
export function placeProblem({ code, offset, message }: LocalProblem, segment: SegmentName): Problem {
  const name = `the ${segment.replace('-', ' ')}`;
  const where = offset === undefined ? name : `${name}, character ${offset + 1}`;
  return { code, segment, ...(offset === undefined ? {} : { offset }), message: `${where}: ${message}` };
}

/** One character of a hostile text, safe to print: escaped where it is not visible ASCII. */
export function quoteCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  if (code === undefined) return 'the end';
  return code > 0x20 && code < 0x7f ? `"${String.fromCodePoint(code)}"` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
