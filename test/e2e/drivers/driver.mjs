import { findBrowser, PATH_VARIABLES } from '../../../scripts/find-browser.mjs';
import { driveChromium, startChromium } from './chromium.mjs';
import { driveFirefox, startFirefox } from './firefox.mjs';
import { pageSurface } from './page-surface.mjs';
import { createProfile } from './profile.mjs';
import { sleep } from './until.mjs';
import { createView } from './view.mjs';

export { byRole } from './find-elements.mjs';
export { sleep, until } from './until.mjs';

/** @typedef {import('../../../scripts/find-browser.mjs').BrowserKind} BrowserKind */
/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./view.mjs').View} View */
/** @typedef {import('./find-elements.mjs').Target} Target */
/**
 * @typedef {object} LaunchOptions
 * @property {string} extension folder of the unpacked extension
 * @property {boolean} headless
 * @property {'en' | 'ko'} [locale] English unless told, whatever the machine speaks
 * @property {'light' | 'dark'} [colorScheme] the machine's own unless told
 * @property {boolean} [ownSignals] the caller handles SIGINT and SIGTERM itself; else they end the browser and this process
 * @property {string} [downloads] folder for downloads; else they go into the profile and away with it
 */
/**
 * What each browser brings; `launch` adds what needs no difference.
 * @typedef {object} BrowserDriver
 * @property {string} extensionOrigin without a slash at its end
 * @property {(page: Page) => Promise<View>} popup opens the real toolbar popup over that tab, and closes one that is open
 * @property {(path: string, options?: { background?: boolean }) => Promise<Page>} openExtensionPage as a tab
 * @property {() => Promise<void>} killBackground as the browser does when it is idle
 * @property {() => Promise<boolean>} backgroundAlive
 * @property {<T, Args extends unknown[]>(fn: ((...args: Args) => T | Promise<T>) | string, ...args: Args) => Promise<T>} background
 *   evaluates in the background, for diagnostics; fails when it is not running
 * @property {(pattern: string) => Promise<void>} allowNextPermissionPrompt the user's yes to a later permissions.request for these
 *   hosts: from then on one that is made by a real click is granted with no prompt
 * @property {() => Promise<void>} reloadExtension from its folder, with the same id
 */
/** @typedef {Awaited<ReturnType<typeof launch>>} Driver */

const CLOSE_TIMEOUT_MS = 10_000;

/**
 * Starts a browser with a new profile and the extension in it. `close()` ends the browser and removes the profile,
 * and so does an error half way.
 * @param {BrowserKind} kind
 * @param {LaunchOptions} options
 */
export async function launch(kind, options) {
  const executable = findBrowser(kind);
  if (!executable) throw new Error(`${kind} is not installed, and ${PATH_VARIABLES[kind]} is not set`);
  const profile = createProfile(executable);
  /** @type {Browser | undefined} */
  let browser;

  /** @type {Promise<void> | undefined} */
  let closing;
  const close = () => (closing ??= endBrowser(browser).then(profile.remove));

  try {
    browser = await (kind === 'chromium' ? startChromium : startFirefox)(executable, profile, options);
    const driver = await (kind === 'chromium' ? driveChromium : driveFirefox)(browser, options);
    return { kind, ...common(browser, driver), ...driver, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {Browser} browser
 * @param {BrowserDriver} driver
 */
function common(browser, driver) {
  return {
    browser,
    /** @returns {Promise<Page>} a tab in front */
    newPage: () => browser.newPage(),
    /**
     * Runs a function where the extension's API is, in a tab in the background that runs none of the extension's own code.
     * @template T
     * @template {unknown[]} Args
     * @param {((...args: Args) => T | Promise<T>) | string} fn
     * @param {Args} args
     * @returns {Promise<T>}
     */
    async inExtensionPage(fn, ...args) {
      const page = await driver.openExtensionPage('manifest.json', { background: true });
      try {
        return await viewOf(page).evaluate(fn, ...args);
      } finally {
        await page.close();
      }
    },
  };
}

/**
 * The face of a popup for a document in a tab.
 * @param {Page} page
 */
export function viewOf(page) {
  return createView(pageSurface(page));
}

/**
 * Asks the browser to end, and does not take "no answer" for an answer.
 * @param {Browser | undefined} browser
 */
async function endBrowser(browser) {
  const child = browser?.process();
  await Promise.race([browser?.close().catch(() => {}), sleep(CLOSE_TIMEOUT_MS)]);
  if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}
