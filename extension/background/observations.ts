/**
 * What was captured. storage.session is the truth (the worker may die between any two lines); memory holds only its
 * copy for as long as this worker lives.
 */
import { findTokens, type FoundToken, type Observation, type Sighting, type StoredToken } from '../../src/index.ts';
import { type Captured, createCaptured } from './captured.ts';
import { createWriteQueue, type StorageArea } from './write-queue.ts';

/** Of the 10 MiB that storage.session gives, what tokens may take. */
const BUDGET_CHARACTERS = 8_000_000;

/** Requests of shared and service workers belong to no tab: they are told by the origin that sent them. */
export const NO_TAB = -1;

export interface Observations {
  /** Resolves when everything found is stored, to the tabs whose view changed. */
  record(observations: readonly Observation[]): Promise<readonly number[]>;
  /** Newest token first. */
  listTab(tabId: number): Promise<readonly TabToken[]>;
  findToken(tokenId: string): Promise<StoredToken | undefined>;
  /** Forgets a tab, and what workers of its site sent. `site` is an origin or `''`. */
  clearTab(tabId: number, site: string): Promise<void>;
  /** Tokens dropped so far to stay within the budget. */
  countDropped(): Promise<number>;
}

export interface TabToken {
  readonly token: StoredToken;
  readonly sightings: readonly Sighting[];
}

export function createObservations(area: StorageArea): Observations {
  const queue = createWriteQueue(area);
  const ready = area.get(null).then((stored) => createCaptured(stored, queue));

  return {
    async record(observations) {
      const captured = await ready;
      const changed = new Set<number>();
      for (const observation of observations) {
        if (await recordOne(captured, observation)) changed.add(observation.tabId);
      }
      captured.evictBeyond(BUDGET_CHARACTERS);
      await queue.flush();
      return [...changed];
    },

    async listTab(tabId) {
      const { tokens, tabs } = await ready;
      const sightings = tabs.get(tabId) ?? [];
      const listed = [...new Set(sightings.map(({ tokenId }) => tokenId))].flatMap((id) => {
        const token = tokens.get(id);
        return token === undefined ? [] : [{ token, sightings: sightings.filter(({ tokenId }) => tokenId === id) }];
      });
      return listed.sort((a, b) => b.token.firstSeen - a.token.firstSeen);
    },

    async findToken(tokenId) {
      return (await ready).tokens.get(tokenId);
    },

    async clearTab(tabId, site) {
      const captured = await ready;
      captured.clearTab(tabId);
      if (site !== '') captured.clearTab(NO_TAB, ({ origin }) => origin === site);
      await queue.flush();
    },

    async countDropped() {
      return (await ready).countDropped();
    },
  };
}

async function recordOne(captured: Captured, observation: Observation): Promise<boolean> {
  const { slot, text, at, tabId } = observation;
  const found = findTokens(text, { name: slot.type === 'storage' ? slot.key : slot.name });
  for (const one of found) {
    const id = await sha256(one.token);
    const known = captured.tokens.get(id);
    const guess = known?.guess ?? one.guess;
    captured.keepToken({
      id,
      text: one.token,
      kind: one.kind,
      ...(guess === undefined ? {} : { guess }),
      firstSeen: known?.firstSeen ?? at,
      lastSeen: at,
    });
    captured.addSighting(tabId, sightingOf(id, one, observation));
  }
  return found.length > 0;
}

function sightingOf(tokenId: string, found: FoundToken, { witness, slot, frameId, origin, request, at }: Observation): Sighting {
  return {
    tokenId,
    witness,
    slot,
    path: found.path,
    wrappers: found.wrappers,
    frameId,
    origin,
    ...(request === undefined ? {} : { request }),
    firstSeen: at,
    lastSeen: at,
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
