/** Keeps reports until the background has acknowledged that they are written: the worker may die at any moment. */
export interface Outbox<Item> {
  add(item: Item): void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 10_000;
const MAX_WAITING = 1_000;
const MAX_BATCH = 50;

/** `send` rejects when nothing was acknowledged; `isOrphaned` says that no answer will ever come. */
export function createOutbox<Item>(send: (items: readonly Item[]) => Promise<void>, isOrphaned: () => boolean): Outbox<Item> {
  const waiting: Item[] = [];
  let running = false;

  async function drain(): Promise<void> {
    let delay = FIRST_RETRY_MS;
    while (waiting.length > 0 && !isOrphaned()) {
      const batch = waiting.slice(0, MAX_BATCH);
      try {
        await send(batch);
        waiting.splice(0, batch.length);
        delay = FIRST_RETRY_MS;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, delay));
        delay = Math.min(delay * 2, LAST_RETRY_MS);
      }
    }
    running = false;
  }

  return {
    add(item) {
      // A page that floods loses its oldest unsent reports; webRequest still sees the requests themselves.
      if (waiting.length >= MAX_WAITING) waiting.splice(MAX_BATCH, 1);
      waiting.push(item);
      if (running) return;
      running = true;
      void drain();
    },
  };
}
