/** What an extension page shows of one tab. */
import { decodeToken, summarizeToken } from '../../src/index.ts';
import type { TabView, TokenEntry } from '../shared/messages.ts';
import { accessTo, isWatchedEverywhere, siteOf } from './access.ts';
import { NO_TAB, type Observations, type TabToken } from './observations.ts';
import type { TrustStore } from './trust.ts';

export async function viewTab(tabId: number, observations: Observations, trust: TrustStore): Promise<TabView> {
  const site = await siteOf(tabId);
  const [own, fromWorkers] = await Promise.all([observations.listTab(tabId), observations.listTab(NO_TAB)]);
  const ofSite = fromWorkers.flatMap(({ token, sightings }) => {
    const sent = sightings.filter(({ origin }) => origin === site);
    return sent.length > 0 ? [{ token, sightings: sent }] : [];
  });
  return {
    tabId,
    site,
    access: await accessTo(site),
    everywhere: await isWatchedEverywhere(),
    fromStart: undefined,
    tokens: joinByToken([...own, ...ofSite]).map(entryOf),
    dropped: await observations.countDropped(),
    trust: await trust.read(site),
  };
}

function joinByToken(tokens: readonly TabToken[]): TabToken[] {
  const joined = new Map<string, TabToken>();
  for (const { token, sightings } of tokens) {
    const known = joined.get(token.id);
    joined.set(token.id, { token, sightings: [...(known?.sightings ?? []), ...sightings] });
  }
  return [...joined.values()].sort((a, b) => b.token.firstSeen - a.token.firstSeen);
}

function entryOf({ token, sightings }: TabToken): TokenEntry {
  const { id, kind, guess, firstSeen, lastSeen } = token;
  const summary = summarizeToken(decodeToken(token.text));
  return { id, kind, summary, firstSeen, lastSeen, sightings, ...(guess === undefined ? {} : { guess }) };
}
