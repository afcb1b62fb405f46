import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, say } from './say.mjs';

// Outside of node_modules, which npm ci removes.
const LOCK = join(tmpdir(), `claimcheck-setup-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}.lock`);
const WAIT_MS = 500;

/**
 * Lets one setup of this checkout install at a time; a second one waits. The lock of a process that died is taken
 * over: two that find it dead in the same instant could both go on, which is accepted.
 * @param {() => void} work
 */
export function withLock(work) {
  for (let told = false; !takeLock(); told = true) {
    if (!told) say('another setup of this checkout is running: waiting for it');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (!holderIsAlive()) rmSync(LOCK, { force: true });
  return false;
}

function holderIsAlive() {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's. Everything else: gone.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
