import { afterAll, beforeAll } from 'vitest';
import type { Page } from 'puppeteer-core';
import { byRole, type Driver, launch, type LaunchOptions, type Target, until, type View } from './drivers/driver.mjs';
import { extension, kind } from './drivers/suite.mjs';
import { startSite } from './site/start.mjs';

export { byRole, until } from './drivers/driver.mjs';
export { describeInBrowser, kind } from './drivers/suite.mjs';
export type { Page } from 'puppeteer-core';
export type { Driver, View } from './drivers/driver.mjs';

export type Site = Awaited<ReturnType<typeof startSite>>;
export type Mode = 'jwt' | 'session' | 'hybrid' | 'oidc';
export type LightName = 'signature' | 'time' | 'expectations';

export interface Fixture {
  readonly driver: Driver;
  readonly site: Site;
}

/** One browser with the built extension, and one demo site, for the specs of a file. */
export function useBrowser(options: Partial<LaunchOptions> = {}): Fixture {
  let driver: Driver | undefined;
  let site: Site | undefined;
  beforeAll(async () => {
    [site, driver] = await Promise.all([startSite(), launch(kind, { extension, headless: true, ...options })]);
  });
  afterAll(async () => {
    await Promise.all([driver?.close(), site?.close()]);
  });
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('used before it was started');
    return value;
  };
  return {
    get driver() {
      return need(driver);
    },
    get site() {
      return need(site);
    },
  };
}

export async function openMode({ driver, site }: Fixture, mode: Mode, page?: Page): Promise<Page> {
  const tab = page ?? (await driver.newPage());
  await tab.goto(`${site.url}?mode=${mode}&lang=en`);
  await tab.waitForSelector('html[data-ready="true"]');
  return tab;
}

/** Presses a button of the demo site; gives the status of the request it made. */
export async function press(page: Page, id: string): Promise<string> {
  await page.click(`#${id}`);
  return resultOf(page, id);
}

export async function resultOf(page: Page, action: string, timeout = 12_000): Promise<string> {
  const result = await page.waitForSelector(`#result[data-action="${action}"]`, { timeout });
  return (await result?.evaluate((element) => element.getAttribute('data-status'))) ?? '';
}

/** Clicks "Watch this site" in the real popup and reloads the page, as the popup asks for. */
export async function watchSite({ driver }: Fixture, page: Page): Promise<void> {
  await driver.allowNextPermissionPrompt('*://localhost/*');
  const popup = await driver.popup(page);
  await popup.click(byRole('button', 'Watch this site'));
  await until(() => isGranted(driver), 'the host permission');
  await until(() => areScriptsRegistered(driver), 'the content scripts');
  if (!(await popup.closed())) await popup.close();
  await page.reload();
}

export function isGranted(driver: Driver): Promise<boolean> {
  return driver.inExtensionPage(() => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    return api.permissions.contains({ origins: ['*://localhost/*'] });
  });
}

export function areScriptsRegistered(driver: Driver): Promise<boolean> {
  return driver.inExtensionPage(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    return (await api.scripting.getRegisteredContentScripts()).length === 2;
  });
}

/** The extension API where specs evaluate code; only what they call. */
declare const chrome: {
  permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
};

/** The real toolbar popup, once it lists at least `count` tokens. */
export async function openPopup({ driver }: Fixture, page: Page, count = 1): Promise<View> {
  const popup = await driver.popup(page);
  await until(async () => (await tokenButtons(popup)).length >= count, `${count} tokens in the popup`);
  return popup;
}

export function tokenButtons(popup: View): Promise<string[]> {
  return popup.texts(byRole('button', undefined, byRole('list', 'Tokens')));
}

/** Chooses the newest entry whose row matches. */
export async function choose(popup: View, row: RegExp): Promise<void> {
  const index = await until(async () => (await tokenButtons(popup)).findIndex((text) => row.test(text)) + 1, `a row like ${String(row)}`);
  await popup.click(`[aria-label="Tokens"] > :nth-child(${index}) > button`);
}

export async function typeKey(popup: View, key: string): Promise<void> {
  await popup.type(byRole('textbox', 'Secret or public key'), key);
}

export function lightState(popup: View, name: LightName): Promise<string | null> {
  return popup.attribute(`[data-light="${name}"]`, 'data-state');
}

/** Waits for a light, and gives the sentence that stands beside it. */
export async function waitForLight(popup: View, name: LightName, state: 'pass' | 'fail' | 'not-checked'): Promise<string> {
  await until(async () => (await lightState(popup, name)) === state, `the ${name} light to say ${state}`);
  // Isolates around foreign texts are for the eye only.
  return ((await popup.text(`[data-light="${name}"]`)) ?? '').replace(/[\u2068\u2069]/g, '');
}

export async function waitForText(popup: View, target: Target, text: string | RegExp): Promise<void> {
  await until(async () => {
    const found = (await popup.text(target)) ?? '';
    return typeof text === 'string' ? found.includes(text) : text.test(found);
  }, `"${String(text)}" on screen`);
}

/** The places of the chosen token, one line each. */
export function places(popup: View): Promise<string[]> {
  return popup.texts(byRole('listitem', undefined, byRole('region', 'Where it was seen')));
}
