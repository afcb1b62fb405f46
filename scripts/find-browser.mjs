// Where a browser is on this machine. Imports no package: scripts/setup.mjs uses it before any is installed.
import { existsSync, readdirSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {'chromium' | 'firefox'} BrowserKind */
/**
 * What the search looks at; a test hands in its own.
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} platform as process.platform
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => string[]} list names in a folder, none when there is no such folder
 */

/** `@puppeteer/browsers install` puts its downloads here; npm ci empties it together with node_modules. */
export const BROWSER_CACHE = fileURLToPath(new URL('../node_modules/.cache/browsers', import.meta.url));

/** @type {Record<BrowserKind, string>} */
export const PATH_VARIABLES = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** @type {Record<BrowserKind, readonly string[]>} */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome-stable', 'google-chrome', 'chrome'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** @type {Record<BrowserKind, Record<string, readonly string[]>>} */
const USUAL_PLACES = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    win32: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
    linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
  },
  firefox: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
    linux: ['/snap/bin/firefox', '/opt/firefox/firefox'],
  },
};

/** Inside the cache: <product>/<platform>-<build>/<one of these>. */
const CHROME_APP = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
/** @type {Record<BrowserKind, { product: string, executables: readonly string[] }>} */
const CACHED = {
  chromium: {
    product: 'chrome',
    executables: ['chrome-linux64/chrome', `chrome-mac-arm64/${CHROME_APP}`, `chrome-mac-x64/${CHROME_APP}`, 'chrome-win64/chrome.exe', 'chrome-win32/chrome.exe'],
  },
  firefox: {
    product: 'firefox',
    executables: ['firefox/firefox', 'Firefox.app/Contents/MacOS/firefox', 'core/firefox.exe'],
  },
};

/** @type {Machine} */
const THIS_MACHINE = {
  env: process.env,
  platform: process.platform,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

/**
 * The executable of a browser: the one the variable names, else on PATH, else in a usual place, else the
 * project's own download.
 * @param {BrowserKind} kind
 * @param {Machine} machine
 * @returns {string | undefined}
 * @throws when CHROME_PATH or FIREFOX_PATH names no file: falling back to another browser would hide a typing error
 */
export function findBrowser(kind, machine = THIS_MACHINE) {
  const variable = PATH_VARIABLES[kind];
  const named = machine.env[variable];
  if (named && !machine.exists(named)) throw new Error(`${variable} is ${named}, and there is no such file`);
  return named || candidates(kind, machine).find((path) => machine.exists(path));
}

/**
 * @param {BrowserKind} kind
 * @param {Machine} machine
 */
function candidates(kind, machine) {
  return [...onPath(kind, machine), ...usualPlaces(kind, machine), ...downloads(kind, machine)];
}

/**
 * @param {BrowserKind} kind
 * @param {Machine} machine
 */
function onPath(kind, { env, platform }) {
  const windows = platform === 'win32';
  const path = windows ? win32 : posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter(Boolean);
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => path.join(folder, windows ? `${command}.exe` : command)));
}

/**
 * @param {BrowserKind} kind
 * @param {Machine} machine
 */
function usualPlaces(kind, { env, platform }) {
  const places = USUAL_PLACES[kind][platform] ?? [];
  if (platform === 'darwin') return places.flatMap((place) => [place, posix.join(env['HOME'] ?? '/', place)]);
  if (platform !== 'win32') return places;
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
  return roots.flatMap((root) => places.map((place) => win32.join(root, place)));
}

/**
 * Newest build first.
 * @param {BrowserKind} kind
 * @param {Machine} machine
 */
function downloads(kind, { list, platform }) {
  const path = platform === 'win32' ? win32 : posix;
  const { product, executables } = CACHED[kind];
  const builds = list(path.join(BROWSER_CACHE, product)).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return builds.flatMap((build) => executables.map((executable) => path.join(BROWSER_CACHE, product, build, executable)));
}
