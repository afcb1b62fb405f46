import type { SnapshotReport, StorageEntry } from './page-events.ts';

/**
 * Storage and script-visible cookies of this document. Also injected by `scripting.executeScript`, which sends the
 * function's text alone: nothing outside its body may be used.
 */
export function readPage(): SnapshotReport {
  const longest = 1_048_576;
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch {
      // Sandboxed documents refuse storage and cookies.
      return otherwise;
    }
  };
  const readArea = (area: 'local' | 'session', storage: Storage): StorageEntry[] => {
    const entries: StorageEntry[] = [];
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index);
      const value = key === null ? null : storage.getItem(key);
      if (key !== null && value !== null && value.length <= longest) entries.push({ area, key, value });
    }
    return entries;
  };
  return {
    type: 'snapshot',
    origin: location.origin,
    storage: [
      ...attempt(() => readArea('local', localStorage), []),
      ...attempt(() => readArea('session', sessionStorage), []),
    ],
    cookies: attempt(() => document.cookie, ''),
    bridged: 'claimcheckBridge' in globalThis,
  };
}
