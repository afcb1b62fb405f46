import { keysOf } from './key-codes.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @param {Page} page
 * @returns {import('./view.mjs').Surface}
 */
export function pageSurface(page) {
  return {
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(chord) {
      const keys = /** @type {import('puppeteer-core').KeyInput[]} */ (keysOf(chord));
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    closed: () => Promise.resolve(page.isClosed()),
    close: () => page.close(),
  };
}
