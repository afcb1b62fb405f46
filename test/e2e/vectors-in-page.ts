/** Bundled into one script that runs inside a browser: see vectors.e2e.ts. */
import * as library from '../../src/index.ts';
import { runRfcVectors, type VectorFiles, type VectorRow } from '../src/vectors/run-rfc-vectors.ts';

export function runVectors(files: VectorFiles): Promise<VectorRow[]> {
  return runRfcVectors(library, files);
}
