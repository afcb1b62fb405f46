import { describe } from 'vitest';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { packageFolder } from './package-folder.mjs';

/** @typedef {import('../../../scripts/find-browser.mjs').BrowserKind} BrowserKind */

/**
 * The browser these specs run in: each runs once for each of Vitest's two browser projects.
 * @type {BrowserKind}
 */
export const kind = process.env['CLAIMCHECK_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/** The built extension for this browser. */
export const extension = packageFolder(kind);

/**
 * `describe` for specs that need the browser: without it Vitest reports each of them as skipped, by name.
 * @param {string} name
 * @param {() => void} fn
 */
export function describeInBrowser(name, fn) {
  describe.skipIf(findBrowser(kind) === undefined)(`${name} (${kind})`, fn);
}
