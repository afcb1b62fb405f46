import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} message */
export function say(message) {
  console.error(`[setup] ${message}`);
}

/**
 * Runs a command after saying so. Its output goes to stderr, so that what npm prints on stdout stays clean.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
export function run(command, args) {
  say(`running: ${[command, ...args].join(' ')}`);
  // npm is a .cmd file on Windows, which only a shell starts.
  const shell = process.platform === 'win32' && !/[\\/]/.test(command);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell, env }).status === 0;
}

/**
 * Runs a Node script and shows of its output only the line that says why it failed: for one that prints its whole
 * manual on every error.
 * @param {string} script
 * @param {readonly string[]} args
 */
export function runTersely(script, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return;
  const lines = `${stderr}\n${stdout}`.split('\n');
  say(`failed: ${lines.find((line) => line.startsWith('Error')) ?? lines.find((line) => line.trim() !== '') ?? `exit code ${status}`}`);
}
