// npm start: the extension in a real browser beside the demo site, rebuilt and reloaded on every change. Where there is
// no display it uses the popup by itself and prints what is there to see.
import { relative } from 'node:path';
import { launch } from '../test/e2e/drivers/driver.mjs';
import { startSite } from '../test/e2e/site/start.mjs';
import { buildOnce, devPackageFolder, watchBuild } from './dev-build.mjs';
import { chooseBrowser, hasDisplay, parseDevOptions, USAGE, UsageError } from './dev-options.mjs';
import { showPopup, signIn } from './dev-tour.mjs';
import { findBrowser } from './find-browser.mjs';

/** @typedef {import('./dev-options.mjs').DevOptions} DevOptions */
/** @typedef {import('../test/e2e/drivers/driver.mjs').Driver} Driver */

/** What is to be closed at the end, in the order it was opened. @type {(() => Promise<void>)[]} */
const open = [];
/** @type {Promise<void> | undefined} */
let ending;

/** @param {string} message */
function say(message) {
  console.log(`[claimcheck] ${message}`);
}

/** @param {number} code */
function end(code) {
  ending ??= Promise.allSettled(open.toReversed().map((close) => close())).then(() => process.exit(code));
  return ending;
}

/** @param {unknown} error */
function fail(error) {
  if (ending) return; // what is being closed may complain about it
  console.error(`[claimcheck] ${reasonOf(error)}`);
  void end(1);
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = /** @type {NodeJS.ErrnoException & { port?: number }} */ (error);
  return code === 'EADDRINUSE' ? `port ${port} is in use: choose another with --port` : error.message;
}

/** @param {DevOptions} options */
async function run(options) {
  const kind = chooseBrowser(options.browser, findBrowser);
  if (kind !== options.browser) say(`${options.browser} was not found: using ${kind}`);
  const headless = !hasDisplay(process.platform, process.env);

  say(`building for ${kind}`);
  await buildOnce(kind);
  const site = await startSite({ port: options.port });
  open.push(site.close);
  say(`demo site: ${site.url}`);
  const driver = await launch(kind, { extension: devPackageFolder(kind), headless, ownSignals: true });
  open.push(driver.close);
  driver.browser.on('disconnected', () => void end(0));

  const page = await signIn(driver, site.url);
  if (headless || options.once) {
    say(headless ? `no display here: ${kind} runs without a window, and this is its popup` : 'this is the popup');
    const { text, picture } = await showPopup(driver, page, site.secret);
    console.log(`\n${text}\n`);
    say(`picture: ${relative(process.cwd(), picture)}`);
  } else {
    say(`signed in: click the Claimcheck icon in ${kind}'s toolbar. The secret to verify with: ${site.secret}`);
  }
  if (options.once) return end(0);
  open.push(await watchBuild(kind, { built: () => void reload(driver, site.url).catch(fail), failed: say }));
  say('watching for changes; Ctrl-C ends it');
}

/**
 * @param {Driver} driver
 * @param {string} siteUrl
 */
async function reload(driver, siteUrl) {
  await driver.reloadExtension();
  // The content scripts in open pages are still the old ones.
  const pages = (await driver.browser.pages()).filter((page) => page.url().startsWith(siteUrl));
  await Promise.all(pages.map((page) => page.reload()));
  say(`${new Date().toLocaleTimeString()} rebuilt and reloaded`);
}

function start() {
  const options = parseDevOptions(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // A second one does not wait for anything.
    process.on(signal, () => (ending ? process.exit(130) : void end(0)));
  }
  run(options).catch(fail);
}

try {
  start();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
