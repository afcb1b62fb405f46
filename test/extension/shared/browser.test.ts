import { afterEach, describe, expect, it, vi } from 'vitest';

/** Chrome before 148 has only `chrome`: there the polyfill wraps it, which no browser of the end-to-end tests does. */
describe('browser on a Chrome without a native one', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('turns callbacks into promises', async () => {
    const query = vi.fn((_query: object, callback: (tabs: object[]) => void) => callback([{ id: 5 }]));
    const noListener = { addListener: vi.fn(), removeListener: vi.fn(), hasListener: vi.fn() };
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', { runtime: { id: 'claimcheck', onMessage: noListener }, tabs: { query }, devtools: {} });
    const { browser } = await import('../../../extension/shared/browser.ts');
    expect(await browser.tabs.query({ active: true })).toEqual([{ id: 5 }]);
    expect(query).toHaveBeenCalledWith({ active: true }, expect.any(Function));
  });
});
