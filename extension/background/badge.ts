/** A dot on the icon wherever recording is on. */
import { browser } from '../shared/browser.ts';
import { isWatched, siteOf } from './access.ts';

const COLOUR = '#0f766e';

export async function updateBadge(tabId: number): Promise<void> {
  const watched = await isWatched(await siteOf(tabId));
  try {
    await browser.action.setBadgeText({ tabId, text: watched ? '●' : '' });
    if (watched) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
  } catch {
    // The tab was closed meanwhile.
  }
}

export async function updateAllBadges(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [updateBadge(id)])));
}
