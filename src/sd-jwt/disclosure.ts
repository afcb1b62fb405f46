import type { JsonNode, Problem } from '../types.ts';

/** One disclosure, RFC 9901 section 4.2. What could not be read is undefined, and a problem says why. */
export interface Disclosure {
  /** Exactly as it stands between its tildes; its digest is taken over this. */
  readonly text: string;
  /** Base64url of the hash named by `_sd_alg`; undefined when that cannot be computed. */
  readonly digest: string | undefined;
  /** What the text decodes to, when that is UTF-8. */
  readonly source: string | undefined;
  readonly salt: string | undefined;
  /** Name of the claim; undefined for the element of an array. */
  readonly name: string | undefined;
  /** The claim's value or the array's element, with its source text. */
  readonly value: JsonNode | undefined;
  /**
   * Where it stands in the processed payload, RFC 9535 style (`$.address['street name'][0]`); undefined when it is not
   * part of it: no digest stands for it, or a problem keeps it out.
   */
  readonly path: string | undefined;
}

/** A problem of an SD-JWT; `disclosure` is the index of the disclosure it is about. */
export interface SdJwtProblem extends Problem {
  readonly disclosure?: number;
}

/** "disclosure 2, character 5: …", both counted from 1. */
export function disclosureProblem(index: number, { code, offset, message }: Pick<Problem, 'code' | 'offset' | 'message'>): SdJwtProblem {
  const where = offset === undefined ? '' : `, character ${offset + 1}`;
  return { code, segment: 'disclosure', disclosure: index, ...(offset === undefined ? {} : { offset }), message: `disclosure ${index + 1}${where}: ${message}` };
}
