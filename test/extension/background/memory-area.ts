import type { StorageArea } from '../../../extension/background/write-queue.ts';

/** A storage area that copies as browsers do, members in Chromium's order, and can be told to fail. */
export function createMemoryArea(): StorageArea & { readonly content: Map<string, unknown>; writes: number; failNext: boolean } {
  const content = new Map<string, unknown>();
  const area = {
    content,
    writes: 0,
    failNext: false,
    async get() {
      await Promise.resolve();
      return sortMembers(Object.fromEntries(content)) as Record<string, unknown>;
    },
    async set(items: Record<string, unknown>) {
      await Promise.resolve();
      if (area.failNext) {
        area.failNext = false;
        throw new Error('quota bytes exceeded');
      }
      area.writes += 1;
      for (const [key, value] of Object.entries(items)) content.set(key, structuredClone(value));
    },
    async remove(keys: string[]) {
      await Promise.resolve();
      for (const key of keys) content.delete(key);
    },
  };
  return area;
}

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sortMembers(member)]));
}
