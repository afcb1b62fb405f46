import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox } from '../../../extension/content/outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createOutbox', () => {
  it('repeats what was not acknowledged, in order, until it is', async () => {
    const kept: number[] = [];
    let failures = 3;
    const outbox = createOutbox<number>(
      (items) => {
        if (failures > 0) {
          failures -= 1;
          return Promise.reject(new Error('the worker is gone'));
        }
        kept.push(...items);
        return Promise.resolve();
      },
      () => false,
    );
    for (let n = 0; n < 120; n += 1) outbox.add(n);
    await vi.runAllTimersAsync();
    expect(kept).toEqual(Array.from({ length: 120 }, (_, n) => n));
  });

  it('stops when the extension is gone', async () => {
    const send = vi.fn(() => Promise.reject(new Error('context invalidated')));
    let orphaned = false;
    const outbox = createOutbox<number>(send, () => orphaned);
    outbox.add(1);
    await vi.advanceTimersByTimeAsync(150);
    orphaned = true;
    const calls = send.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send.mock.calls.length).toBe(calls);
  });

  it('stays bounded when a page floods it', async () => {
    const kept: number[] = [];
    let open = false;
    const outbox = createOutbox<number>(
      (items) => {
        if (!open) return Promise.reject(new Error('busy'));
        kept.push(...items);
        return Promise.resolve();
      },
      () => false,
    );
    for (let n = 0; n < 5_000; n += 1) outbox.add(n);
    open = true;
    await vi.runAllTimersAsync();
    expect(kept).toHaveLength(1_000);
    expect(kept.at(-1)).toBe(4_999);
  });
});
