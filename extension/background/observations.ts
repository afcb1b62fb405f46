/**
 * What was captured. storage.session is the truth (the worker may die between any two lines), the maps here only its
 * copy for as long as this worker lives.
 */
import { findTokens, type FoundToken, type Observation, type Sighting, type StoredToken } from '../../src/index.ts';
import { createWriteQueue, type StorageArea } from './write-queue.ts';

/** Of the 10 MiB that storage.session gives, what captures may take. */
const BUDGET_CHARACTERS = 8_000_000;
const MAX_SIGHTINGS_PER_TAB = 500;
const TOKEN = 'token:';
const SIGHTINGS = 'sightings:';
const DROPPED = 'dropped';

export interface Observations {
  /** Resolves when everything found is stored. Returns the tabs whose view changed. */
  record(observations: readonly Observation[]): Promise<readonly number[]>;
  /** Newest token first. */
  listTab(tabId: number): Promise<readonly TabToken[]>;
  findToken(tokenId: string): Promise<StoredToken | undefined>;
  clearTab(tabId: number): Promise<void>;
  /** Tokens dropped so far to stay within the budget. */
  countDropped(): Promise<number>;
}

export interface TabToken {
  readonly token: StoredToken;
  readonly sightings: readonly Sighting[];
}

interface State {
  readonly tokens: Map<string, StoredToken>;
  readonly tabs: Map<number, Sighting[]>;
  size: number;
  dropped: number;
}

export function createObservations(area: StorageArea): Observations {
  const queue = createWriteQueue(area);
  const ready = load(area);

  function upsertToken(state: State, id: string, found: FoundToken, at: number): void {
    const known = state.tokens.get(id);
    const guess = found.guess ?? known?.guess;
    const token: StoredToken = {
      id,
      text: found.token,
      kind: found.kind,
      ...(guess === undefined ? {} : { guess }),
      firstSeen: known?.firstSeen ?? at,
      lastSeen: at,
    };
    state.tokens.set(id, token);
    if (known === undefined) state.size += token.text.length;
    queue.put(TOKEN + id, token);
  }

  function addSighting(state: State, tabId: number, sighting: Sighting): void {
    const sightings = state.tabs.get(tabId) ?? [];
    const place = placeOf(sighting);
    const known = sightings.find((other) => other.tokenId === sighting.tokenId && placeOf(other) === place);
    const rest = sightings.filter((other) => other !== known);
    rest.push(known === undefined ? sighting : { ...sighting, firstSeen: known.firstSeen });
    keepSightings(state, tabId, rest.slice(-MAX_SIGHTINGS_PER_TAB));
  }

  function keepSightings(state: State, tabId: number, sightings: Sighting[]): void {
    if (sightings.length > 0) state.tabs.set(tabId, sightings);
    else state.tabs.delete(tabId);
    if (sightings.length > 0) queue.put(SIGHTINGS + tabId, sightings);
    else queue.remove(SIGHTINGS + tabId);
  }

  function dropToken(state: State, token: StoredToken): void {
    state.tokens.delete(token.id);
    state.size -= token.text.length;
    queue.remove(TOKEN + token.id);
  }

  function evictOldest(state: State): void {
    if (state.size <= BUDGET_CHARACTERS) return;
    for (const token of [...state.tokens.values()].sort((a, b) => a.lastSeen - b.lastSeen)) {
      if (state.size <= BUDGET_CHARACTERS) break;
      dropToken(state, token);
      for (const [tabId, sightings] of state.tabs) {
        const rest = sightings.filter((sighting) => sighting.tokenId !== token.id);
        if (rest.length < sightings.length) keepSightings(state, tabId, rest);
      }
      state.dropped += 1;
    }
    queue.put(DROPPED, state.dropped);
  }

  return {
    async record(observations) {
      const state = await ready;
      const changed = new Set<number>();
      for (const observation of observations) {
        const name = observation.slot.type === 'storage' ? observation.slot.key : observation.slot.name;
        for (const found of findTokens(observation.text, { name })) {
          const id = await sha256(found.token);
          upsertToken(state, id, found, observation.at);
          addSighting(state, observation.tabId, sightingOf(id, found, observation));
          changed.add(observation.tabId);
        }
      }
      evictOldest(state);
      await queue.flush();
      return [...changed];
    },

    async listTab(tabId) {
      const state = await ready;
      const sightings = state.tabs.get(tabId) ?? [];
      const ids = new Set(sightings.map((sighting) => sighting.tokenId));
      const listed = [...ids].flatMap((id) => {
        const token = state.tokens.get(id);
        return token === undefined ? [] : [{ token, sightings: sightings.filter((sighting) => sighting.tokenId === id) }];
      });
      return listed.sort((a, b) => b.token.firstSeen - a.token.firstSeen);
    },

    async findToken(tokenId) {
      return (await ready).tokens.get(tokenId);
    },

    async clearTab(tabId) {
      const state = await ready;
      keepSightings(state, tabId, []);
      const seen = new Set([...state.tabs.values()].flat().map((sighting) => sighting.tokenId));
      for (const token of state.tokens.values()) {
        if (!seen.has(token.id)) dropToken(state, token);
      }
      await queue.flush();
    },

    async countDropped() {
      return (await ready).dropped;
    },
  };
}

async function load(area: StorageArea): Promise<State> {
  const state: State = { tokens: new Map(), tabs: new Map(), size: 0, dropped: 0 };
  for (const [key, value] of Object.entries(await area.get(null))) {
    if (key.startsWith(TOKEN)) state.tokens.set(key.slice(TOKEN.length), value as StoredToken);
    if (key.startsWith(SIGHTINGS)) state.tabs.set(Number(key.slice(SIGHTINGS.length)), value as Sighting[]);
    if (key === DROPPED) state.dropped = Number(value);
  }
  for (const token of state.tokens.values()) state.size += token.text.length;
  return state;
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

/** Equal for two sightings of the same place by the same witness; later requests to one place update the first. */
function placeOf({ witness, slot, path, frameId, origin }: Sighting): string {
  return JSON.stringify([witness, slot, path, frameId, origin]);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
