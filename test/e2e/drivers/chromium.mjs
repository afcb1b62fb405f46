import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, TargetType } from 'puppeteer-core';
import { callIn } from './call.mjs';
import { pageSurface } from './page-surface.mjs';
import { until } from './until.mjs';
import { createView } from './view.mjs';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Target} Target */
/** @typedef {import('./driver.mjs').LaunchOptions} LaunchOptions */
/** @typedef {import('./profile.mjs').Profile} Profile */
/** @typedef {import('./driver.mjs').BrowserDriver} BrowserDriver */

const LANGUAGES = { en: 'en-US', ko: 'ko' };

/**
 * @param {string} executablePath
 * @param {Profile} profile
 * @param {LaunchOptions} options
 * @returns {Promise<Browser>}
 */
export function startChromium(executablePath, profile, { headless, locale = 'en', colorScheme, downloads, ownSignals = false }) {
  const language = LANGUAGES[locale];
  return launch({
    executablePath,
    headless,
    userDataDir: profile.folder,
    defaultViewport: null,
    handleSIGINT: !ownSignals,
    handleSIGTERM: !ownSignals,
    handleSIGHUP: !ownSignals,
    // A pipe and this switch make CDP's Extensions domain work; branded Chrome has no --load-extension any more.
    pipe: true,
    enableExtensions: true,
    downloadBehavior: { policy: 'allow', downloadPath: downloads ?? profile.downloads },
    // Linux takes its language from here, Windows from --lang, macOS from its own argument.
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--lang=${language}`,
      ...(process.platform === 'darwin' ? ['-AppleLanguages', `(${language})`] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu', '--window-size=1280,960', '--screen-info={1600x1200}'] : []),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      '--disable-component-update',
    ],
  });
}

/**
 * @param {Browser} browser
 * @param {LaunchOptions} options
 * @returns {Promise<BrowserDriver>}
 */
export async function driveChromium(browser, { extension, locale = 'en' }) {
  const id = await browser.installExtension(extension);
  const extensionOrigin = `chrome-extension://${id}`;
  const cdp = await browser.target().createCDPSession();
  /** @type {Page | undefined} */
  let popup;

  async function openPopup(/** @type {Page} */ page) {
    if (popup && !popup.isClosed()) await popup.close();
    await page.bringToFront();
    const known = new Set(browser.targets());
    await cdp.send('Extensions.triggerAction', { id, targetId: await activeTab(page) });
    const isPopup = (/** @type {Target} */ target) =>
      !known.has(target) && target.type() === TargetType.PAGE && target.url().startsWith(`${extensionOrigin}/`);
    const target = await browser.waitForTarget(isPopup, { timeout: 8000 });
    popup = await target.asPage();
    const surface = pageSurface(popup);
    await until(() => surface.evaluate(`document.readyState === 'complete'`), 'the popup to load');
    return createView(surface);
  }

  /** The action wants the target of the tab itself, which is not the one of the page in it. */
  async function activeTab(/** @type {Page} */ page) {
    return until(async () => {
      const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tabs = targetInfos.filter((target) => target.url === page.url());
      // Newer versions tell which tab is in front; it matters when two show the same URL.
      return (tabs.find((tab) => tabActive(tab) === true) ?? tabs.find((tab) => tabActive(tab) === undefined))?.targetId;
    }, `the tab of ${page.url()}`);
  }

  async function findWorker() {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    return targetInfos.find((target) => target.url.startsWith(`${extensionOrigin}/`))?.targetId;
  }

  /**
   * Attached for this one expression only: an attached worker never dies of idleness, and puppeteer's own worker
   * handle would let its next start wait for a debugger.
   * @param {string} targetId
   * @param {string} expression
   */
  async function evaluateInWorker(targetId, expression) {
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    const session = cdp.connection()?.session(sessionId);
    const answer = await session?.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    await cdp.send('Target.detachFromTarget', { sessionId });
    if (answer?.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer?.result.value;
  }

  async function openExtensionPage(/** @type {string} */ path, { background = false } = {}) {
    const page = await browser.newPage({ type: 'tab', background });
    await page.goto(new URL(path, `${extensionOrigin}/`).href);
    return page;
  }

  const driver = {
    extensionOrigin,
    popup: openPopup,
    openExtensionPage,
    backgroundAlive: async () => (await findWorker()) !== undefined,

    async killBackground() {
      const targetId = await findWorker();
      if (targetId === undefined) return;
      await until(async () => {
        // Another one may be up already: whatever was not answered wakes it again.
        if ((await findWorker()) !== targetId) return true;
        // A worker that is just starting does not hear the first call.
        await cdp.send('Target.closeTarget', { targetId });
        return false;
      }, 'the service worker to stop');
    },

    /** @type {BrowserDriver['background']} */
    async background(fn, ...args) {
      const targetId = await findWorker();
      if (!targetId) throw new Error('the background is not running');
      const evaluate = (/** @type {string} */ expression) => evaluateInWorker(targetId, expression);
      // The first moments of a worker have no extension API yet.
      await until(() => evaluate('!!globalThis.chrome?.runtime?.id'), 'the extension API in the worker');
      return callIn(evaluate, fn, ...args);
    },

    /** chrome://extensions may approve a pattern beforehand: a later request made by a real click is granted without a prompt. */
    async allowNextPermissionPrompt(/** @type {string} */ pattern) {
      const page = await browser.newPage({ type: 'tab', background: true });
      await page.goto('chrome://extensions');
      await page.evaluate(`chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)})`);
      await page.close();
    },

    async reloadExtension() {
      await browser.installExtension(extension);
      await until(findWorker, 'the service worker to start');
    },
  };
  await until(findWorker, 'the service worker to start');
  await checkLocale(await driver.background('() => chrome.i18n.getUILanguage()'), locale, extension);
  return driver;
}

/** @param {object} target a tab, with what newer versions add to it */
function tabActive(target) {
  return /** @type {{ embedderData?: { tabActive?: boolean } }} */ (target).embedderData?.tabActive;
}

/**
 * Debian packs Chromium's other languages apart, and without them the browser falls back to English in silence.
 * @param {unknown} actual
 * @param {'en' | 'ko'} wanted
 * @param {string} extension
 */
async function checkLocale(actual, wanted, extension) {
  const { default_locale: fallback } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  if (fallback === undefined || String(actual).startsWith(wanted)) return;
  throw new Error(`Chromium came up in ${String(actual)}, not in ${wanted}: on Debian, apt-get install chromium-l10n`);
}
