/** Registers every listener in the first tick: an event that wakes this worker is lost to listeners added later. */
import type { Observation } from '../../src/index.ts';
import { browser } from '../shared/browser.ts';
import type { Push } from '../shared/messages.ts';
import { syncContentScripts } from './access.ts';
import { updateAllBadges, updateBadge } from './badge.ts';
import { captureCookieChanges } from './capture/cookies.ts';
import { captureRequests } from './capture/web-request.ts';
import { contentHandlers, uiHandlers } from './handlers.ts';
import { createObservations } from './observations.ts';
import { route } from './router.ts';
import { createTrustStore } from './trust.ts';

const now = () => Date.now();
const observations = createObservations(browser.storage.session);
const trust = createTrustStore(browser.storage.session);
const parts = { observations, trust, record, now };

const requests = captureRequests(keep, now);
requests.listen();
captureCookieChanges(keep, now);
route(contentHandlers(parts), uiHandlers(parts));

browser.permissions.onAdded.addListener(() => void followPermissions());
browser.permissions.onRemoved.addListener(() => void followPermissions());
browser.runtime.onInstalled.addListener(() => void followPermissions());
browser.runtime.onStartup.addListener(() => void followPermissions());
browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status !== undefined) void updateBadge(tabId);
});
browser.tabs.onRemoved.addListener((tabId) => void observations.clearTab(tabId, ''));

async function record(found: readonly Observation[]): Promise<void> {
  for (const tabId of await observations.record(found)) await push({ type: 'tab-changed', tabId });
}

/** For events that nobody repeats: what could not be written stays queued, and goes with the next write. */
function keep(found: readonly Observation[]): void {
  record(found).catch(() => {});
}

async function followPermissions(): Promise<void> {
  requests.listen();
  await syncContentScripts();
  await updateAllBadges();
  await push({ type: 'access-changed' });
}

async function push(message: Push): Promise<void> {
  try {
    await browser.runtime.sendMessage(message);
  } catch {
    // No extension page is open to hear it.
  }
}
