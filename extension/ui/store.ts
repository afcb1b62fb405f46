/** What a surface shows of one tab, as signals. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Client } from '../shared/client.ts';
import { type Inspection, NO_TRUST, type TabView, type TokenEntry, type Trust } from '../shared/messages.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface Store {
  readonly view: ReadonlySignal<TabView | undefined>;
  readonly selected: ReadonlySignal<TokenEntry | undefined>;
  readonly inspection: ReadonlySignal<Inspection | undefined>;
  readonly trust: ReadonlySignal<Trust>;
  /** Whole seconds since the epoch, moved on every second. */
  readonly now: Signal<number>;
  readonly failure: ReadonlySignal<string | undefined>;
  select(tokenId: string): void;
  changeTrust(change: Partial<Trust>): void;
  clear(): Promise<void>;
  readonly client: Client;
}

/** `now` gives whole seconds since the epoch. */
export function createStore(client: Client, tabId: number, now: () => number): Store {
  const view = signal<TabView>();
  const selectedId = signal<string>();
  const inspection = signal<Inspection>();
  const trust = signal<Trust>(NO_TRUST);
  const clock = signal(now());
  const failure = signal<string>();
  let inspections = 0;

  const selected = computed(() => {
    const tokens = view.value?.tokens ?? [];
    return tokens.find(({ id }) => id === selectedId.value) ?? tokens[0];
  });
  /** Changes when a time limit of the chosen token passes, which turns its light. */
  const phase = computed(() => {
    const { expiresAt = Infinity, notBefore = -Infinity } = selected.value?.summary ?? {};
    return `${clock.value >= expiresAt} ${clock.value >= notBefore}`;
  });

  async function load(method: 'readTab' | 'viewTab'): Promise<void> {
    try {
      const next = await client.background[method](tabId);
      const { fromStart = view.value?.fromStart } = next;
      if (view.value?.site !== next.site) trust.value = next.trust;
      view.value = { ...next, fromStart };
      // Chosen once: a newer token must not push away the one that is being read.
      selectedId.value ??= next.tokens[0]?.id;
      failure.value = undefined;
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  async function inspectSelected(tokenId: string, typed: Trust): Promise<void> {
    inspections += 1;
    const turn = inspections;
    const result = await client.background.inspectToken(tokenId, typed);
    if (turn === inspections) inspection.value = result;
  }

  effect(() => {
    const id = selected.value?.id;
    const typed = trust.value;
    void phase.value;
    if (id === undefined) inspection.value = undefined;
    else void inspectSelected(id, typed);
  });
  // A busy page pushes often.
  const look = oneAtATime(() => load('viewTab'));
  client.onPush((push) => {
    if (push.type === 'access-changed') void load('readTab');
    else if (push.tabId === tabId || push.tabId === -1) look();
  });
  void load('readTab');

  return {
    view,
    selected,
    inspection,
    trust,
    now: clock,
    failure,
    client,
    select: (tokenId) => void (selectedId.value = tokenId),
    changeTrust(change) {
      trust.value = { ...trust.value, ...change };
      // At once: the popup may close with the next click beside it.
      void client.background.saveTrust(view.value?.site ?? '', trust.value);
    },
    async clear() {
      await client.background.clearTab(tabId);
      await load('viewTab');
    },
  };
}

/** Moves the clock at every full second, so that all countdowns turn together. `milliseconds` as from Date.now. */
export function runClock(clock: Signal<number>, milliseconds: () => number): void {
  const tick = () => {
    clock.value = Math.floor(milliseconds() / 1000);
    setTimeout(tick, 1000 - (milliseconds() % 1000));
  };
  tick();
}
