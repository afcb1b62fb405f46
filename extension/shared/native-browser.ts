/** Stands in for the polyfill in the Firefox package, where `browser` is native. */
declare const globalThis: { browser: unknown };

export default globalThis.browser;
