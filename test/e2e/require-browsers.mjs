// Vitest's global set-up of the two browser projects.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, PATH_VARIABLES } from '../../scripts/find-browser.mjs';
import { packageFolder } from './drivers/package-folder.mjs';

/** @typedef {import('../../scripts/find-browser.mjs').BrowserKind} BrowserKind */

/**
 * A missing browser is said aloud, and in CI it is a failure; a missing build is always one.
 * @param {{ name: string }} project its name is the browser's
 */
export default function setup({ name }) {
  const kind = /** @type {BrowserKind} */ (name);
  if (!findBrowser(kind)) return reportMissing(kind);
  if (!existsSync(join(packageFolder(kind), 'manifest.json'))) throw new Error(`there is no extension to test in ${kind}: run npm run build`);
}

/** @param {BrowserKind} kind */
function reportMissing(kind) {
  if (process.env['CI']) throw new Error(`CI must have ${kind}, and it was not found`);
  const specs = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.e2e.ts')).length;
  console.error(
    `[e2e] ${kind} was not found: its ${specs} spec ${specs === 1 ? 'file is' : 'files are'} reported as skipped. ` +
      `Install it (npm run setup) or set ${PATH_VARIABLES[kind]}.`,
  );
}
