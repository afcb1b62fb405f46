import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byRole, until } from '../test/e2e/drivers/driver.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../test/e2e/drivers/driver.mjs').Driver} Driver */
/** @typedef {import('../test/e2e/drivers/driver.mjs').View} View */

const SECRET_FIELD = byRole('textbox', 'Secret or public key', byRole('region', 'Verification'));
const LIGHTS = ['signature', 'time', 'expectations'];
const PICTURES = join(import.meta.dirname, '..', 'dist');

/**
 * Opens the demo site, signs in with a JWT and calls its API with it.
 * @param {Driver} driver
 * @param {string} url
 */
export async function signIn(driver, url) {
  const page = await driver.newPage();
  await page.goto(`${url}?mode=jwt&lang=en`);
  await page.waitForSelector('html[data-ready="true"]');
  await press(page, 'jwt-login');
  await press(page, 'jwt-call');
  return page;
}

/**
 * @param {Page} page
 * @param {string} id of a button, each of which does one thing and fills #result when it is done
 */
async function press(page, id) {
  await page.click(`#${id}`);
  const result = await page.waitForSelector(`#result[data-action="${id}"]:not([data-status=""])`);
  const status = await result?.evaluate((element) => element.getAttribute('data-status'));
  if (status !== '200') throw new Error(`the demo site answered ${String(status)} to #${id}`);
}

/**
 * What a developer would do by hand: open the popup over the page, give the secret, read the answer.
 * @param {Driver} driver
 * @param {Page} page
 * @param {string} secret
 * @returns {Promise<{ text: string, picture: string }>} what the popup shows, and the path of a picture of it
 */
export async function showPopup(driver, page, secret) {
  const popup = await driver.popup(page);
  await popup.waitFor(SECRET_FIELD);
  await popup.type(SECRET_FIELD, secret);
  await until(async () => (await popup.attribute('[data-light="signature"]', 'data-state')) !== 'not-checked', 'the verdict');
  const text = await describePopup(popup);
  const picture = join(PICTURES, `popup-${driver.kind}.png`);
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, await popup.screenshot());
  await popup.close();
  return { text, picture };
}

/** @param {View} popup */
async function describePopup(popup) {
  const sections = {
    Tokens: (await popup.shownTexts(byRole('listitem', undefined, byRole('list', 'Tokens')))).map(oneLine),
    'Expires in': (await popup.shownTexts(byRole('timer', 'Expires in'))).map(oneLine),
    Verification: await Promise.all(LIGHTS.map((light) => describeLight(popup, light))),
    Header: await describeClaims(popup, 'Header'),
    Payload: await describeClaims(popup, 'Payload'),
  };
  const paragraphs = Object.entries(sections).map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return paragraphs.join('\n\n');
}

/**
 * @param {View} popup
 * @param {string} light
 */
async function describeLight(popup, light) {
  const selector = `[data-light="${light}"]`;
  const [text = ''] = await popup.shownTexts(selector);
  return `${light}: ${String(await popup.attribute(selector, 'data-state'))} – ${linesOf(text).at(-1)}`;
}

/**
 * @param {View} popup
 * @param {string} name of the region
 */
async function describeClaims(popup, name) {
  const region = byRole('region', name);
  const names = await popup.shownTexts(byRole('term', undefined, region));
  const values = await popup.shownTexts(byRole('definition', undefined, region));
  return names.map((claim, index) => `${oneLine(claim)}: ${oneLine(values[index] ?? '')}`);
}

/** @param {string} text */
function oneLine(text) {
  return linesOf(text).join(' · ');
}

/** Without the marks that keep foreign names from turning the line around: a terminal shows them. @param {string} text */
function linesOf(text) {
  const lines = text.replace(/[\u2066-\u2069]/g, '').split('\n');
  return lines.map((line) => line.trim()).filter(Boolean);
}
