/** What the background answers to extension pages and content scripts. */
import { exportTokens, type Observation } from '../../src/index.ts';
import type { ContentRequests, UiRequests } from '../shared/messages.ts';
import { parsePageReport } from '../shared/page-events.ts';
import { isWatched, siteOf } from './access.ts';
import { readCookies } from './capture/cookies.ts';
import { observeReport, readFrames, type ReportSource } from './capture/page.ts';
import { inspect } from './inspect.ts';
import type { Observations } from './observations.ts';
import { viewTab } from './tab-view.ts';
import type { TrustStore } from './trust.ts';

export interface Parts {
  readonly observations: Observations;
  readonly trust: TrustStore;
  /** Records and tells open extension pages. Resolves when stored. */
  readonly record: (found: readonly Observation[]) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function uiHandlers({ observations, trust, now }: Parts): UiRequests {
  return {
    async readTab(tabId) {
      const { observations: found, origins, fromStart } = await readFrames(tabId, now());
      await observations.record([...found, ...(await readCookies(tabId, origins, now()))]);
      return { ...(await viewTab(tabId, observations, trust)), fromStart };
    },
    viewTab: (tabId) => viewTab(tabId, observations, trust),
    async inspectToken(tokenId, typed) {
      const token = await observations.findToken(tokenId);
      return token && inspect(token.text, typed, now() / 1000);
    },
    saveTrust: (site, typed) => trust.save(site, typed),
    async exportToken(tokenId, include) {
      const token = await observations.findToken(tokenId);
      return token && exportTokens([token.text], { format: 'json', include });
    },
    clearTab: async (tabId) => observations.clearTab(tabId, await siteOf(tabId)),
  };
}

export function contentHandlers({ record, now }: Parts): (source: ReportSource) => ContentRequests {
  return (source) => ({
    async report(reports) {
      // A revoked site is silent at once, also where its old page still runs our scripts.
      if (!(await isWatched(source.origin)) && !(await isWatched(await siteOf(source.tabId)))) return;
      const parsed = [reports].flat().map(parsePageReport).filter((report) => report !== undefined);
      await record(parsed.flatMap((report) => observeReport(report, source, now())));
    },
  });
}
