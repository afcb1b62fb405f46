import { parseArgs } from 'node:util';

/** @typedef {import('./find-browser.mjs').BrowserKind} BrowserKind */
/** @typedef {{ browser: BrowserKind, once: boolean, port: number, help: boolean }} DevOptions */

/** @type {readonly BrowserKind[]} */
const BROWSERS = ['chromium', 'firefox'];

export const USAGE = `Usage: npm start -- [options]

Builds the extension, starts the demo site and opens a browser with both. Rebuilds and reloads on every change.

  --browser chromium|firefox  the browser to use (default: chromium)
  --port N                    the demo site's port (default: a free one)
  --once                      show the popup over the demo site once, as text and as a picture, and end
  --help                      show this`;

/** A mistake in the command line. */
export class UsageError extends Error {}

/**
 * @param {string[]} argv without node and the script
 * @returns {DevOptions}
 * @throws {UsageError}
 */
export function parseDevOptions(argv) {
  const { browser, port, once, help } = parseStrictly(argv);
  const kind = BROWSERS.find((kind) => kind === browser);
  if (!kind) throw new UsageError(`--browser must be chromium or firefox, not ${browser}`);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError(`--port must be a number from 0 to 65535, not ${port}`);
  return { browser: kind, port: Number(port), once, help };
}

/** @param {string[]} argv */
function parseStrictly(argv) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        browser: { type: 'string', default: 'chromium' },
        port: { type: 'string', default: '0' },
        once: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The browser that was asked for, or the other one if only that is there.
 * @param {BrowserKind} wanted
 * @param {(kind: BrowserKind) => string | undefined} find
 * @returns {BrowserKind}
 */
export function chooseBrowser(wanted, find) {
  const kind = [wanted, ...BROWSERS].find((kind) => find(kind) !== undefined);
  if (!kind) throw new Error('neither Chromium nor Firefox was found: run npm run setup, or set CHROME_PATH or FIREFOX_PATH');
  return kind;
}

/**
 * @param {string} platform as process.platform
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function hasDisplay(platform, env) {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
