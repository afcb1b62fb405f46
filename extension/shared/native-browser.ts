/** Stands in for the polyfill in the Firefox package, where `browser` is native. */
export default (globalThis as { browser?: unknown }).browser;
