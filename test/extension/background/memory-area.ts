import type { StorageArea } from '../../../extension/background/write-queue.ts';

/** A storage area that copies as the browser does, and can be told to fail or to wait. */
export function createMemoryArea(): StorageArea & { readonly content: Map<string, unknown>; writes: number; failNext: boolean } {
  const content = new Map<string, unknown>();
  const area = {
    content,
    writes: 0,
    failNext: false,
    async get() {
      await Promise.resolve();
      return structuredClone(Object.fromEntries(content));
    },
    async set(items: Record<string, unknown>) {
      await Promise.resolve();
      if (area.failNext) {
        area.failNext = false;
        throw new Error('quota bytes exceeded');
      }
      area.writes += 1;
      for (const [key, value] of Object.entries(structuredClone(items))) content.set(key, value);
    },
    async remove(keys: string[]) {
      await Promise.resolve();
      for (const key of keys) content.delete(key);
    },
  };
  return area;
}
