import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ folder: string, downloads: string, remove: () => Promise<void> }} Profile */

/** @type {Set<string>} */
const left = new Set();
// The last resort, when the process ends without close(): puppeteer kills its browsers in the same event.
process.on('exit', () => left.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })));

/**
 * A new, empty browser profile.
 * @param {string} executable the browser it is for
 * @returns {Profile}
 */
export function createProfile(executable) {
  const parent = isSnap(executable) ? visibleToSnaps() : tmpdir();
  const folder = mkdtempSync(join(parent, 'claimcheck-profile-'));
  left.add(folder);
  return {
    folder,
    // So that a download never lands in the developer's own folder.
    downloads: join(folder, 'downloads'),
    async remove() {
      // A dying browser may still be writing.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      left.delete(folder);
    },
  };
}

/**
 * Ubuntu's Firefox and Chromium are snaps, and a snap has a /tmp of its own.
 * @param {string} executable
 */
function isSnap(executable) {
  if (process.platform !== 'linux') return false;
  if (executable.startsWith('/snap/') || realpathSync(executable) === '/usr/bin/snap') return true;
  const isScript = statSync(executable).size < 10_000;
  return isScript && readFileSync(executable, 'utf8').includes('/snap/bin/');
}

function visibleToSnaps() {
  const folder = fileURLToPath(new URL('../../../node_modules/.cache/profiles', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return folder;
}
