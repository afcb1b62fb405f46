/** Which sites are watched, and the content scripts that follow from it. The browser's permissions are the only truth. */
import { browser } from '../shared/browser.ts';
import { originPattern } from '../shared/match-pattern.ts';
import type { Access } from '../shared/messages.ts';

const EVERYWHERE = { allFrames: true, runAt: 'document_start', matchOriginAsFallback: true } as const;

let last: Promise<void> = Promise.resolve();

/** Registers the content scripts for exactly the hosts that are granted now. Calls queue up: ids must be unique. */
export function syncContentScripts(): Promise<void> {
  last = last.then(registerForGranted, registerForGranted);
  return last;
}

async function registerForGranted(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (registered.length > 0) await browser.scripting.unregisterContentScripts();
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: 'bridge', matches: origins, js: ['content/bridge.js'], world: 'ISOLATED', ...EVERYWHERE },
    { id: 'hook', matches: origins, js: ['content/hook.js'], world: 'MAIN', ...EVERYWHERE },
  ]);
}

/** `site` is an origin, `'null'` for an opaque one, or `''` when the browser does not tell it. */
export async function isWatched(site: string): Promise<boolean> {
  return isWebOrigin(site) && (await browser.permissions.contains({ origins: [originPattern(site)] }));
}

export function isWatchedEverywhere(): Promise<boolean> {
  return browser.permissions.contains({ origins: ['<all_urls>'] });
}

export async function accessTo(site: string): Promise<Access> {
  if (await isWatched(site)) return 'watched';
  return site === '' ? 'closed' : 'active-tab';
}

/** Origin of the page in a tab: known for the active tab after a click on the icon, and for granted hosts. */
export async function siteOf(tabId: number): Promise<string> {
  try {
    const { url } = await browser.tabs.get(tabId);
    return url !== undefined && isWebOrigin(url) ? new URL(url).origin : '';
  } catch {
    // The tab was closed meanwhile.
    return '';
  }
}

function isWebOrigin(url: string): boolean {
  return /^https?:/.test(url);
}
