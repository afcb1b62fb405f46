import type { Library, VectorRow } from './run-rfc-vectors.ts';

/** One file of the JOSE cookbook or an extract of RFC 7515: keys, and the serializations to be checked with them. */
export interface JwsVector {
  readonly id: string;
  readonly keys: readonly object[];
  /** Serialization name to text. */
  readonly forms: Readonly<Record<string, string>>;
  /** What was signed, where the token leaves it out. */
  readonly detached?: string;
  /** State and reason of the signature's light, `pass signature-matches` where left out. */
  readonly expected?: string;
}

/** Imports nothing at run time: the same function runs in Node and, bundled with the library, in each browser. */
export async function runJwsVectors({ parseKey, verifyToken }: Library, vectors: readonly JwsVector[]): Promise<VectorRow[]> {
  const rows: VectorRow[] = [];
  for (const { id, keys, forms, detached, expected = 'pass signature-matches' } of vectors) {
    const parsed = await parseKey(JSON.stringify(keys.length === 1 ? keys[0] : { keys }));
    const light = async (token: string, payload?: string) => {
      const given = payload === undefined ? {} : { detachedPayload: new TextEncoder().encode(payload) };
      const { signature } = await verifyToken(token, { keys: parsed.keys, keyProblems: parsed.problems, now: 0, ...given });
      return `${signature.state} ${signature.reason}`;
    };
    for (const [form, token] of Object.entries(forms)) {
      rows.push({ id: `${id} ${form}`, expected, got: await light(token, detached) });
      if (detached === undefined) continue;
      rows.push({ id: `${id} ${form}, payload not given`, expected: 'not-checked payload-detached', got: await light(token) });
      rows.push({ id: `${id} ${form}, another payload`, expected: 'fail signature-differs', got: await light(token, `${detached} `) });
    }
  }
  return rows;
}
