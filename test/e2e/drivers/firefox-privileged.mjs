// The one file that knows Firefox's insides. WebDriver BiDi may run scripts in the browser's own window
// (--remote-allow-system-access), and from there this opens the toolbar popup, and lends the popup and the background
// page to BiDi, which by itself knows only tabs: after that script.evaluate, input.performActions and
// captureScreenshot work on them as on any tab. Seen working in Firefox 153.

/** @typedef {{ send(method: string, params: object): Promise<{ result: unknown }> }} BidiConnection puppeteer's own, which it does not export */
/** BiDi context ids, made up here, of what it does not list by itself. */
export const POPUP_CONTEXT = 'claimcheck:popup';
export const BACKGROUND_CONTEXT = 'claimcheck:background';

/**
 * @param {BidiConnection} connection
 * @param {string} geckoId
 */
export async function openPrivileged(connection, geckoId) {
  const { contexts } = /** @type {{ contexts: { context: string }[] }} */ (await send(connection, 'browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const browserWindow = contexts[0]?.context;
  if (browserWindow === undefined) throw new Error('Firefox has no window');

  /** @param {string} expression */
  const inBrowserWindow = (expression) => evaluateIn(connection, browserWindow, expression);
  const names = JSON.stringify({ geckoId, popup: POPUP_CONTEXT, background: BACKGROUND_CONTEXT });
  await inBrowserWindow(`(${String(installHarness)})(${names})`);

  return {
    /** Must come before the extension is installed. @param {readonly string[]} locales */
    setLocales: (locales) => inBrowserWindow(`claimcheckHarness.setLocales(${JSON.stringify(locales)})`),
    grantPermissionPrompts: () => inBrowserWindow('claimcheckHarness.grantPermissionPrompts()'),
    openPopup: () => inBrowserWindow('claimcheckHarness.openPopup()'),
    closePopup: () => inBrowserWindow('claimcheckHarness.closePopup()'),
    popupIsOpen: async () => (await inBrowserWindow('claimcheckHarness.popupIsOpen()')) === true,
    stopBackground: () => inBrowserWindow('claimcheckHarness.stopBackground()'),
    backgroundIsRunning: async () => (await inBrowserWindow('claimcheckHarness.backgroundIsRunning()')) === true,
  };
}

/**
 * @param {BidiConnection} connection
 * @param {string} method
 * @param {object} params
 */
export async function send(connection, method, params) {
  return (await connection.send(method, params)).result;
}

/**
 * Evaluates an expression in a context; a promise is awaited. Only a primitive result comes back.
 * @param {BidiConnection} connection
 * @param {string} context
 * @param {string} expression
 */
export async function evaluateIn(connection, context, expression) {
  const answer = await send(connection, 'script.evaluate', { expression, target: { context }, awaitPromise: true });
  const { type, result, exceptionDetails } =
    /** @type {{ type: string, result?: { value?: unknown }, exceptionDetails?: { text: string } }} */ (answer);
  if (type === 'exception') throw new Error(exceptionDetails?.text);
  return result?.value;
}

/**
 * Runs in the browser's window, and so is sent there as source text. Leaves `claimcheckHarness` behind.
 * @param {{ geckoId: string, popup: string, background: string }} names
 */
function installHarness(names) {
  // Privileged globals, for which there are no types.
  const scope = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const { ChromeUtils, Services } = scope;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');

  const extension = () => ExtensionParent.WebExtensionPolicy.getByID(names.geckoId).extension;
  /** @returns {any} a XUL <browser> */
  const popupBrowser = () => document.querySelector('browser[webextension-view-type="popup"]');
  const popupPanel = () => popupBrowser()?.closest('panel');
  const backgroundBrowser = () => [...extension().views].find((view) => view.viewType === 'background')?.xulBrowser;

  const findTab = NavigableManager.getBrowsingContextById.bind(NavigableManager);
  NavigableManager.getBrowsingContextById = (/** @type {string} */ id) => {
    if (id === names.popup) return popupBrowser()?.browsingContext ?? null;
    if (id === names.background) return backgroundBrowser()?.browsingContext ?? null;
    return findTab(id);
  };

  scope['claimcheckHarness'] = {
    // Messages of an extension follow this list even where Firefox itself has no language pack for it.
    setLocales(/** @type {string[]} */ locales) {
      Services.locale.availableLocales = locales;
      Services.locale.requestedLocales = locales;
    },
    grantPermissionPrompts() {
      Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
    },
    // What a click on the toolbar button does, activeTab included.
    async openPopup() {
      await ExtensionParent.apiManager.global.browserActionFor(extension()).openPopup(scope);
    },
    closePopup: () => popupPanel()?.hidePopup(),
    popupIsOpen: () => popupPanel()?.state === 'open',
    async stopBackground() {
      await extension().terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    },
    backgroundIsRunning: () => extension().backgroundState === 'running',
  };
}
