// Runs before `npm start`, `npm run build` and `npm test` on a machine that has only Node and npm, so nothing here
// imports a package. It installs what is locked, and with --browsers (or --one-browser) finds or installs browsers.
// When all is there it does nothing and costs nothing.
import { provideBrowsers } from './setup/browsers.mjs';
import { providePackages } from './setup/packages.mjs';
import { say } from './setup/say.mjs';

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}`);
  }
}

try {
  checkNode();
  providePackages();
  if (process.argv.includes('--browsers')) provideBrowsers('all');
  else if (process.argv.includes('--one-browser')) provideBrowsers('one');
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
