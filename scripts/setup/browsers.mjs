import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_CACHE, findBrowser, PATH_VARIABLES } from '../find-browser.mjs';
import { withLock } from './lock.mjs';
import { ROOT, run, runTersely, say } from './say.mjs';

/** @typedef {import('../find-browser.mjs').BrowserKind} BrowserKind */

/**
 * The browser first. Debian keeps Chromium's other languages apart; Firefox needs none, its test driver sets the
 * locale from within; without the fonts Korean is drawn as boxes.
 * @type {Record<BrowserKind, readonly [string, ...string[]]>}
 */
const DEBIAN_PACKAGES = {
  chromium: ['chromium', 'chromium-l10n', 'fonts-noto-cjk'],
  firefox: ['firefox-esr', 'fonts-noto-cjk'],
};
/** @type {Record<BrowserKind, string>} */
const DOWNLOADS = { chromium: 'chrome@stable', firefox: 'firefox@stable' };

/**
 * Finds or installs browsers and says what it did. A browser that cannot be had is told, not thrown: `npm start`
 * needs one only, and the tests report the other's specs as skipped (with CI set they fail).
 * @param {'all' | 'one'} how every browser, or the first that can be had
 */
export function provideBrowsers(how) {
  /** @type {readonly BrowserKind[]} */
  const kinds = ['chromium', 'firefox'];
  if (how === 'one' && kinds.some((kind) => findBrowser(kind) !== undefined)) return;
  for (const kind of kinds) {
    const path = provideBrowser(kind);
    say(path ? `${kind}: ${path}` : missingNotice(kind));
    if (how === 'one' && path) return;
  }
}

/** @param {BrowserKind} kind */
function provideBrowser(kind) {
  const found = findBrowser(kind);
  if (found) completeDebianBrowser(kind, found);
  else if (!process.env['SKIP_BROWSER_INSTALL']) withLock(() => installBrowser(kind));
  return findBrowser(kind);
}

/** @param {BrowserKind} kind */
function installBrowser(kind) {
  if (findBrowser(kind)) return; // the setup waited for has done it
  if (canUseApt() && installDebianPackages(DEBIAN_PACKAGES[kind], `${kind} is not installed`) && findBrowser(kind)) return;
  say(`${kind} is not installed: downloading it into node_modules/.cache/browsers, which takes a while`);
  runTersely(downloader(), ['install', DOWNLOADS[kind], '--path', BROWSER_CACHE]);
}

/**
 * A Debian browser without its languages and fonts fails the Korean specs. They are added where that changes
 * nobody's own machine: in CI. Elsewhere the command is shown.
 * @param {BrowserKind} kind
 * @param {string} found
 */
function completeDebianBrowser(kind, found) {
  const [browserPackage, ...others] = DEBIAN_PACKAGES[kind];
  if (!found.startsWith('/usr/bin/') || !isInstalled(browserPackage)) return;
  const missing = others.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const reason = `${kind} cannot show Korean without ${missing.join(' and ')}`;
  const mayInstall = process.env['CI'] && canUseApt() && !process.env['SKIP_BROWSER_INSTALL'];
  if (mayInstall) withLock(() => installDebianPackages(missing, reason));
  else say(`${reason}: apt-get install ${missing.join(' ')}`);
}

/**
 * @param {readonly string[]} names
 * @param {string} reason
 */
function installDebianPackages(names, reason) {
  say(`${reason}: installing the Debian packages ${names.join(', ')} (SKIP_BROWSER_INSTALL=1 turns this off)`);
  // An update that fails for one source may still have brought what is needed.
  run('apt-get', ['update', '-qq']);
  const done = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (!done) say('apt-get could not install them');
  return done;
}

/** @param {string} name */
function isInstalled(name) {
  const answer = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return answer.stdout?.includes('install ok installed') ?? false;
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @puppeteer/browsers at the locked version: it comes with puppeteer-core. */
function downloader() {
  const folder = join(ROOT, 'node_modules', '@puppeteer', 'browsers');
  return join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin);
}

/** @param {BrowserKind} kind */
function missingNotice(kind) {
  const why = process.env['SKIP_BROWSER_INSTALL'] ? 'not found, and SKIP_BROWSER_INSTALL is set' : 'not found, and it could not be installed';
  return `${kind}: ${why}. Its end-to-end tests will be reported as skipped. Install it or set ${PATH_VARIABLES[kind]}.`;
}
