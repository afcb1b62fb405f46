import { describe, expect, it } from 'vitest';
import { createWriteQueue } from '../../../extension/background/write-queue.ts';
import { createMemoryArea } from './memory-area.ts';

describe('createWriteQueue', () => {
  it('has stored every earlier change when flush resolves', async () => {
    const area = createMemoryArea();
    const queue = createWriteQueue(area);
    queue.put('a', 1);
    queue.put('b', 2);
    await queue.flush();
    expect(Object.fromEntries(area.content)).toEqual({ a: 1, b: 2 });
  });

  it('joins changes made while a write is under way, the last value winning', async () => {
    const area = createMemoryArea();
    const queue = createWriteQueue(area);
    const flushes = Array.from({ length: 100 }, (_, index) => {
      queue.put('a', index);
      return queue.flush();
    });
    await Promise.all(flushes);
    expect(area.content.get('a')).toBe(99);
    expect(area.writes).toBeLessThan(5);
  });

  it('removes', async () => {
    const area = createMemoryArea();
    const queue = createWriteQueue(area);
    queue.put('a', 1);
    await queue.flush();
    queue.remove('a');
    await queue.flush();
    expect(area.content.has('a')).toBe(false);
  });

  it('says that a write failed, and makes up for it with the next', async () => {
    const area = createMemoryArea();
    const queue = createWriteQueue(area);
    area.failNext = true;
    queue.put('a', 1);
    await expect(queue.flush()).rejects.toThrow('quota');
    queue.put('b', 2);
    await queue.flush();
    expect(Object.fromEntries(area.content)).toEqual({ a: 1, b: 2 });
  });
});
