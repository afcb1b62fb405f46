/** The captured tokens and sightings in memory, each change handed to the write queue. Knows no time and no browser. */
import { type Sighting, slotKey, type StoredToken } from '../../src/index.ts';
import type { WriteQueue } from './write-queue.ts';

const MAX_SIGHTINGS_PER_TAB = 500;
const TOKEN = 'token:';
const SIGHTINGS = 'sightings:';
const DROPPED = 'dropped';

export interface Captured {
  readonly tokens: ReadonlyMap<string, StoredToken>;
  readonly tabs: ReadonlyMap<number, readonly Sighting[]>;
  /** Tokens dropped so far to stay within the budget. */
  countDropped(): number;
  keepToken(token: StoredToken): void;
  addSighting(tabId: number, sighting: Sighting): void;
  /** Forgets the sightings of a tab, all or those that `matches` picks, and the tokens nobody else has seen. */
  clearTab(tabId: number, matches?: (sighting: Sighting) => boolean): void;
  /** Drops the tokens unseen for longest until the others fit. */
  evictBeyond(budgetCharacters: number): void;
}

/** `stored` is what storage.session holds: a worker that wakes goes on where the last one ended. */
export function createCaptured(stored: Record<string, unknown>, queue: WriteQueue): Captured {
  const tokens = new Map<string, StoredToken>();
  const tabs = new Map<number, readonly Sighting[]>();
  let dropped = Number(stored[DROPPED] ?? 0);
  for (const [key, value] of Object.entries(stored)) {
    if (key.startsWith(TOKEN)) tokens.set(key.slice(TOKEN.length), value as StoredToken);
    if (key.startsWith(SIGHTINGS)) tabs.set(Number(key.slice(SIGHTINGS.length)), value as Sighting[]);
  }
  let size = [...tokens.values()].reduce((sum, { text }) => sum + text.length, 0);

  const replaceSightings = (tabId: number, sightings: readonly Sighting[]): void => {
    if (sightings.length === 0) {
      tabs.delete(tabId);
      queue.remove(SIGHTINGS + tabId);
    } else {
      tabs.set(tabId, sightings);
      queue.put(SIGHTINGS + tabId, sightings);
    }
  };
  const dropToken = ({ id, text }: StoredToken): void => {
    tokens.delete(id);
    size -= text.length;
    queue.remove(TOKEN + id);
  };
  const dropSightingsOf = (tokenId: string): void => {
    for (const [tabId, sightings] of tabs) {
      const rest = sightings.filter((sighting) => sighting.tokenId !== tokenId);
      if (rest.length < sightings.length) replaceSightings(tabId, rest);
    }
  };

  return {
    tokens,
    tabs,
    countDropped: () => dropped,
    keepToken(token) {
      if (!tokens.has(token.id)) size += token.text.length;
      tokens.set(token.id, token);
      queue.put(TOKEN + token.id, token);
    },
    addSighting(tabId, sighting) {
      const sightings = tabs.get(tabId) ?? [];
      const place = placeOf(sighting);
      const known = sightings.find((other) => placeOf(other) === place);
      const rest = sightings.filter((other) => other !== known);
      rest.push(known === undefined ? sighting : { ...sighting, firstSeen: known.firstSeen });
      replaceSightings(tabId, rest.slice(-MAX_SIGHTINGS_PER_TAB));
    },
    clearTab(tabId, matches = () => true) {
      const sightings = tabs.get(tabId) ?? [];
      replaceSightings(tabId, sightings.filter((sighting) => !matches(sighting)));
      const seen = new Set([...tabs.values()].flat().map(({ tokenId }) => tokenId));
      for (const token of tokens.values()) if (!seen.has(token.id)) dropToken(token);
    },
    evictBeyond(budgetCharacters) {
      if (size <= budgetCharacters) return;
      for (const token of [...tokens.values()].sort((a, b) => a.lastSeen - b.lastSeen)) {
        if (size <= budgetCharacters) break;
        dropToken(token);
        dropSightingsOf(token.id);
        dropped += 1;
      }
      queue.put(DROPPED, dropped);
    },
  };
}

/** Equal for one token in one place by one witness: a later request to it updates the first. */
function placeOf({ tokenId, witness, slot, path, frameId, origin }: Sighting): string {
  return JSON.stringify([tokenId, witness, slotKey(slot), path, frameId, origin]);
}
