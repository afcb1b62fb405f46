import { fileURLToPath } from 'node:url';

/**
 * Where `npm run build` puts the extension for a browser.
 * @param {import('../../../scripts/find-browser.mjs').BrowserKind} kind
 */
export function packageFolder(kind) {
  return fileURLToPath(new URL(`../../../dist/${kind === 'firefox' ? 'firefox' : 'chrome'}`, import.meta.url));
}
