import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SuiteFile } from './run-json-suite.ts';

/** The JSON files of a folder, in the order of their names. */
export function readSuite(folder: string): SuiteFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, base64url: readFileSync(join(folder, name)).toString('base64url') }));
}
