/** Bundled into one script that runs inside a browser: see vectors.e2e.ts. */
import * as library from '../../src/index.ts';
import { type JweVectorFiles, runJweVectors } from '../src/vectors/run-jwe-vectors.ts';
import { runJsonSuite, type SuiteFile } from '../src/vectors/run-json-suite.ts';
import { type JwsVector, runJwsVectors } from '../src/vectors/run-jws-vectors.ts';
import { runRfcVectors, type VectorFiles } from '../src/vectors/run-rfc-vectors.ts';

export const rfc = (files: VectorFiles) => runRfcVectors(library, files);
export const jws = (vectors: readonly JwsVector[]) => runJwsVectors(library, vectors);
export const jwe = (files: JweVectorFiles) => runJweVectors(library, files);
export const json = (files: readonly SuiteFile[]) => runJsonSuite(library, files);
/** ML-DSA, which only some engines have: each token of the draft with its key, and with a changed signature. */
export async function mlDsa(files: readonly { readonly token: string; readonly key: object }[]): Promise<string[]> {
  const lights = files.map(async ({ token, key }) => {
    const { keys } = await library.parseKey(JSON.stringify(key));
    return (await library.verifyToken(token, { keys, now: 0 })).signature.state;
  });
  return Promise.all(lights);
}
