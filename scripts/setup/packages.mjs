import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT, run, say } from './say.mjs';

const LOCKFILE = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.claimcheck-setup');
/** npm's own record of what it put into node_modules. */
const NPM_RECORD = join(ROOT, 'node_modules', '.package-lock.json');

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/** Installs exactly the locked packages, if what is there is not that. Throws when npm cannot. */
export function providePackages() {
  const fingerprint = fingerprintOfThisSetup();
  if (isCurrent(fingerprint)) return;
  withLock(() => {
    if (isCurrent(fingerprint)) return; // the setup waited for has done it
    if (!wasInstalledByHand()) installLocked();
    writeFileSync(STAMP, fingerprint);
  });
}

/** Native packages differ by Node and platform, so these count as much as the lockfile does. */
function fingerprintOfThisSetup() {
  const hash = createHash('sha256').update(readFileSync(LOCKFILE));
  return hash.update(`${process.version} ${process.platform} ${process.arch}`).digest('hex');
}

/** @param {string} fingerprint */
function isCurrent(fingerprint) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint && everyFolderIsThere();
}

/** No stamp yet, but `npm ci` was run before: then there is nothing to do again. */
function wasInstalledByHand() {
  if (existsSync(STAMP) || !existsSync(NPM_RECORD) || !everyFolderIsThere()) return false;
  const installed = lockedPackages(NPM_RECORD);
  return requiredPackages().every(([path, { version }]) => installed[path]?.version === version);
}

function everyFolderIsThere() {
  return requiredPackages().every(([path]) => existsSync(join(ROOT, path)));
}

/** Optional ones are other platforms' binaries for the most part. */
function requiredPackages() {
  return Object.entries(lockedPackages(LOCKFILE)).filter(([path, entry]) => path !== '' && entry.optional !== true);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function installLocked() {
  say('installing the locked packages');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // The npm that runs this script, if one does: PATH may hold another.
  const npm = process.env['npm_execpath'];
  const done = npm && basename(npm).startsWith('npm') ? run(process.execPath, [npm, ...args]) : run('npm', args);
  if (!done) throw new Error('npm ci failed: its own message is above');
}
