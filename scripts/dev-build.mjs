import { join } from 'node:path';
import { createBuilder } from 'vite';

/** @typedef {import('./find-browser.mjs').BrowserKind} BrowserKind */
/** @typedef {import('vite').Rolldown.RolldownWatcher} Watcher */

const ROOT = join(import.meta.dirname, '..');
/** The demo site's hosts, granted at install: the extension is watching from the first moment. */
const HOSTS = '*://localhost/* *://127.0.0.1/*';
const SETTLE_MS = 150;

/** @param {BrowserKind} kind */
function modeOf(kind) {
  return kind === 'firefox' ? 'firefox' : 'chrome';
}

/** @param {BrowserKind} kind */
export function devPackageFolder(kind) {
  return join(ROOT, 'dist', `dev-${modeOf(kind)}`);
}

/**
 * @param {BrowserKind} kind
 * @param {import('vite').BuildEnvironmentOptions} build
 */
function createDevBuilder(kind, build) {
  // vite.config.ts reads it, and writes dist/dev-<browser> because of it.
  process.env['CLAIMCHECK_DEV_HOSTS'] = HOSTS;
  return createBuilder({ configFile: join(ROOT, 'vite.config.ts'), mode: modeOf(kind), logLevel: 'warn', build });
}

/** @param {BrowserKind} kind */
export async function buildOnce(kind) {
  const builder = await createDevBuilder(kind, {});
  await builder.buildApp();
}

/**
 * Builds again whatever a change concerns, and tells when all of it is done. What `buildOnce` wrote stays until then.
 * @param {BrowserKind} kind
 * @param {{ built: () => void, failed: (message: string) => void }} tell
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function watchBuild(kind, tell) {
  const builder = await createDevBuilder(kind, { watch: {} });
  /** @type {Watcher[]} */
  const watchers = [];
  for (const environment of Object.values(builder.environments)) {
    if (environment.name !== 'ssr') watchers.push(/** @type {Watcher} */ (await builder.build(environment)));
  }
  await Promise.all(watchers.map(firstBuild));
  tellTogether(watchers, tell);
  return async () => {
    await Promise.all(watchers.map((watcher) => watcher.close()));
  };
}

/** A watcher begins with a build of its own. @param {Watcher} watcher */
function firstBuild(watcher) {
  return new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'END' || event.code === 'ERROR') resolve(undefined);
    });
  });
}

/**
 * One change may concern several environments, each with a watcher: they are told as one build.
 * @param {readonly Watcher[]} watchers
 * @param {{ built: () => void, failed: (message: string) => void }} tell
 */
function tellTogether(watchers, tell) {
  /** @type {Set<Watcher>} */
  const running = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let settled;
  for (const watcher of watchers) {
    watcher.on('event', (event) => {
      clearTimeout(settled);
      if (event.code === 'START') running.add(watcher);
      if (event.code === 'END' || event.code === 'ERROR') running.delete(watcher);
      if (event.code === 'ERROR') tell.failed(event.error.message);
      else if (running.size === 0) settled = setTimeout(tell.built, SETTLE_MS);
    });
  }
}
