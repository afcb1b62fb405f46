import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { callIn } from './call.mjs';
import { BACKGROUND_CONTEXT, evaluateIn, openPrivileged, POPUP_CONTEXT, send } from './firefox-privileged.mjs';
import { keyCodes } from './key-codes.mjs';
import { until } from './until.mjs';
import { createView } from './view.mjs';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./driver.mjs').LaunchOptions} LaunchOptions */
/** @typedef {import('./driver.mjs').BrowserDriver} BrowserDriver */
/** @typedef {import('./profile.mjs').Profile} Profile */
/** @typedef {import('./firefox-privileged.mjs').BidiConnection} BidiConnection */

/** The host part of moz-extension://, which Firefox draws by lot unless it is told. One for this process. */
const UUID = randomUUID();
const LOCALES = { en: ['en-US'], ko: ['ko', 'en-US'] };
const ACCEPTED_LANGUAGES = { en: 'en-US, en', ko: 'ko-KR, ko, en-US, en' };

/**
 * @param {string} executablePath
 * @param {Profile} profile
 * @param {LaunchOptions} options
 * @returns {Promise<Browser>}
 */
export function startFirefox(executablePath, profile, { extension, headless, locale = 'en', colorScheme, downloads, ownSignals = false }) {
  return launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir: profile.folder,
    defaultViewport: null,
    handleSIGINT: !ownSignals,
    handleSIGTERM: !ownSignals,
    handleSIGHUP: !ownSignals,
    // Lets BiDi open moz-extension:// pages and reach the browser's own window.
    args: ['--remote-allow-system-access', ...(headless ? ['--width=1280', '--height=960'] : [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoIdOf(extension)]: UUID }),
      'intl.accept_languages': ACCEPTED_LANGUAGES[locale],
      'browser.download.folderList': 2,
      'browser.download.dir': downloads ?? profile.downloads,
      'browser.download.alwaysOpenPanel': false,
      ...(colorScheme && colorSchemePrefs(colorScheme === 'dark')),
    },
  });
}

/**
 * The first is for documents in tabs, the second for the browser's theme, which the popup follows.
 * @param {boolean} dark
 */
function colorSchemePrefs(dark) {
  return { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1, 'ui.systemUsesDarkTheme': dark ? 1 : 0 };
}

/** @param {string} extension folder */
function geckoIdOf(extension) {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string') throw new Error(`${extension} is no package for Firefox: its manifest has no gecko id`);
  return id;
}

/**
 * @param {Browser} browser
 * @param {LaunchOptions} options
 * @returns {Promise<BrowserDriver>}
 */
export async function driveFirefox(browser, { extension, locale = 'en' }) {
  const { connection } = /** @type {{ connection: BidiConnection }} */ (/** @type {unknown} */ (browser));
  const extensionOrigin = `moz-extension://${UUID}`;
  const privileged = await openPrivileged(connection, geckoIdOf(extension));
  await privileged.setLocales(LOCALES[locale]);
  await browser.installExtension(extension);
  await until(privileged.backgroundIsRunning, 'the background to start');

  const popupSurface = createPopupSurface(connection, privileged);

  return {
    extensionOrigin,

    async popup(page) {
      await privileged.closePopup();
      await page.bringToFront();
      await privileged.openPopup();
      const isLoaded = `document.readyState === 'complete' && location.origin === '${extensionOrigin}'`;
      await until(async () => (await privileged.popupIsOpen()) && popupSurface.evaluate(isLoaded), 'the popup to open');
      return createView(popupSurface);
    },

    async openExtensionPage(path, { background = false } = {}) {
      const page = await browser.newPage({ type: 'tab', background });
      const url = new URL(path, `${extensionOrigin}/`).href;
      // page.goto() would wait for a load event that never reaches it.
      const { _id: context } = /** @type {{ _id: string }} */ (/** @type {unknown} */ (page.mainFrame()));
      await send(connection, 'browsingContext.navigate', { context, url, wait: 'none' });
      await until(() => page.evaluate((url) => location.href === url && document.readyState === 'complete', url), url);
      return page;
    },

    backgroundAlive: privileged.backgroundIsRunning,

    async killBackground() {
      // Not "until it is not running": whatever was not answered wakes it again at once.
      if (await privileged.backgroundIsRunning()) await privileged.stopBackground();
    },

    async background(fn, ...args) {
      if (!(await privileged.backgroundIsRunning())) throw new Error('the background is not running');
      return callIn((expression) => evaluateIn(connection, BACKGROUND_CONTEXT, expression), fn, ...args);
    },

    // Every prompt from now on, whatever the pattern; without a user's gesture a request still fails.
    allowNextPermissionPrompt: async () => void (await privileged.grantPermissionPrompts()),

    async reloadExtension() {
      await browser.installExtension(extension);
      await until(privileged.backgroundIsRunning, 'the background to start');
    },
  };
}

/**
 * @param {BidiConnection} connection
 * @param {Awaited<ReturnType<typeof openPrivileged>>} privileged
 * @returns {import('./view.mjs').Surface}
 */
function createPopupSurface(connection, privileged) {
  const context = POPUP_CONTEXT;
  /** @param {object} source */
  const perform = (source) => send(connection, 'input.performActions', { context, actions: [source] });
  return {
    evaluate: (expression) => evaluateIn(connection, context, expression),
    async clickAt(x, y) {
      const actions = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
    },
    async press(chord) {
      const values = keyCodes(chord);
      const down = values.map((value) => ({ type: 'keyDown', value }));
      const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
      await perform({ type: 'key', id: 'keyboard', actions: [...down, ...up] });
    },
    async screenshot() {
      const { data } = /** @type {{ data: string }} */ (await send(connection, 'browsingContext.captureScreenshot', { context }));
      return Buffer.from(data, 'base64');
    },
    closed: async () => !(await privileged.popupIsOpen()),
    close: async () => void (await privileged.closePopup()),
  };
}
