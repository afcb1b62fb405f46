/** The part of `storage.session` that the background uses. */
export interface StorageArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/**
 * The one queue all writes go through. Changes made while a write is under way are joined into the next one, so that
 * a flood costs few writes and the last value always wins.
 */
export interface WriteQueue {
  put(key: string, value: unknown): void;
  remove(key: string): void;
  /** Resolves when every change made so far is stored; rejects when the write failed. */
  flush(): Promise<void>;
}

export function createWriteQueue(area: StorageArea): WriteQueue {
  let dirty = new Map<string, unknown>();
  let last: Promise<void> = Promise.resolve();

  async function write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    const gone = [...changes].filter(([, value]) => value === undefined).map(([key]) => key);
    const kept = [...changes].filter(([, value]) => value !== undefined);
    // Removals first: they make the room that the new values need.
    if (gone.length > 0) await area.remove(gone);
    if (kept.length > 0) await area.set(Object.fromEntries(kept));
  }

  async function takeTurn(): Promise<void> {
    const changes = dirty;
    dirty = new Map();
    if (changes.size === 0) return;
    try {
      await write(changes);
    } catch (error) {
      // Not lost: the next turn tries again, unless something newer has come.
      dirty = new Map([...changes, ...dirty]);
      throw error;
    }
  }

  return {
    put: (key, value) => void dirty.set(key, value),
    remove: (key) => void dirty.set(key, undefined),
    flush() {
      // A failed write must not block the ones after it.
      last = last.then(takeTurn, takeTurn);
      return last;
    },
  };
}
