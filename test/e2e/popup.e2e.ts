import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { byRole, describeInBrowser, lightState, openMode, openPopup, type Page, press, tokenButtons, typeKey, until, useBrowser, type View, waitForLight, waitForText, watchSite } from './fixture.ts';

const downloads = mkdtempSync(join(tmpdir(), 'claimcheck-downloads-'));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

interface Claims {
  userId: number;
  name: string;
  role: string;
  iat: number;
  exp: number;
}

/** The claims as the page itself holds them, read without any of Claimcheck's code. */
function claimsOf(page: Page): Promise<Claims> {
  return page.evaluate(() => {
    const [, payload = ''] = (localStorage.getItem('demo.accessToken') ?? '').split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  });
}

/** What lies in the clipboard, by pasting it into a page. */
async function paste(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.prepend(field);
  });
  await page.click('#pasted');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  const text = await until(() => page.$eval('#pasted', (field) => (field as HTMLTextAreaElement).value), 'the pasted text');
  await page.$eval('#pasted', (field) => field.remove());
  return text;
}

describeInBrowser('the popup', () => {
  const fixture = useBrowser({ downloads });
  let page: Page;

  beforeAll(async () => {
    page = await openMode(fixture, 'jwt');
    await watchSite(fixture, page);
    await page.waitForSelector('html[data-ready="true"]');
    await press(page, 'jwt-login');
    await press(page, 'jwt-call');
  });

  it('has the names that assistive technology and other tools rely on', async () => {
    const popup = await openPopup(fixture, page);
    for (const region of ['Header', 'Payload', 'Signature', 'Verification']) await popup.waitFor(byRole('region', region));
    expect(await popup.count(byRole('list', 'Tokens'))).toBe(1);
    expect(await popup.count(byRole('timer', 'Expires in'))).toBe(1);
    await popup.close();
  });

  it('counts down each second', async () => {
    const popup = await openPopup(fixture, page);
    const { exp } = await claimsOf(page);
    const secondsShown = async () => {
      const [, minutes = '0', seconds = '0'] = /(?:(\d+) min)?\s*(?:(\d+) sec)?/.exec((await popup.text(byRole('timer', 'Expires in'))) ?? '') ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    const first = await secondsShown();
    expect(Math.abs(exp - Date.now() / 1000 - first)).toBeLessThan(3);
    await until(async () => (await secondsShown()) <= first - 2, 'two seconds to pass');
    await popup.close();
  });

  it('shows times on the local clock, in UTC and from now', async () => {
    const popup = await openPopup(fixture, page);
    const { iat } = await claimsOf(page);
    const payload = (await popup.text(byRole('region', 'Payload'))) ?? '';
    expect(payload).toContain(`${new Date(iat * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`);
    expect(payload).toMatch(/\d+ (sec|min)\. ago/);
    expect(payload).toMatch(/in \d+ (sec|min)\./);
    await popup.close();
  });

  it('copies header, payload and signature', async () => {
    const token = await page.evaluate(() => localStorage.getItem('demo.accessToken') ?? '');
    const copied: string[] = [];
    for (const part of ['header', 'payload', 'signature']) {
      const popup = await openPopup(fixture, page);
      await popup.click(byRole('button', `Copy ${part}`));
      await until(async () => (await popup.texts('.said')).includes('Copied'), 'the copy');
      await popup.close();
      copied.push(await paste(page));
    }
    const [header = '', payload = '', signature = ''] = token.split('.').map((part, index) => (index < 2 ? Buffer.from(part, 'base64url').toString() : part));
    expect(copied).toEqual([header, payload, signature]);
  });

  it('exports exactly the claims, copied and saved, 상균 intact, without the signature', async () => {
    const claims = await claimsOf(page);
    const popup = await openPopup(fixture, page);
    await popup.click(byRole('button', 'Copy JSON'));
    await until(async () => (await popup.texts('.said')).includes('Copied'), 'the copy');
    await popup.click(byRole('button', 'Save JSON'));
    const file = await until(() => readdirSync(downloads).find((name) => /^claims-localhost-\d+-[\d-]+\.json$/.test(name)), 'the file');
    await popup.close();
    const saved = readFileSync(join(downloads, file), 'utf8');
    const copied = await paste(page);
    for (const text of [saved, copied]) {
      expect(JSON.parse(text)).toEqual(claims);
      expect(text).toContain('상균');
      expect(text).not.toContain((await page.evaluate(() => localStorage.getItem('demo.accessToken') ?? '')).split('.')[2]);
    }
    rmSync(join(downloads, file));
  });

  it('exports the signature when asked', async () => {
    const token = await page.evaluate(() => localStorage.getItem('demo.accessToken') ?? '');
    const popup = await openPopup(fixture, page);
    await popup.click(byRole('checkbox', 'Include the signature'));
    await popup.click(byRole('button', 'Copy JSON'));
    await until(async () => (await popup.texts('.said')).includes('Copied'), 'the copy');
    await popup.close();
    expect(JSON.parse(await paste(page))).toMatchObject({ token, signature: token.split('.')[2], claims: await claimsOf(page) });
  });

  it('is usable by keyboard alone', async () => {
    await press(page, 'jwt-tamper');
    const popup = await openPopup(fixture, page, 2);
    await popup.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Tokens"] button')?.focus());
    await popup.press('ArrowDown');
    await popup.press('Enter');
    const current = () => popup.evaluate(() => [...document.querySelectorAll('[aria-label="Tokens"] button')].findIndex((button) => button.getAttribute('aria-current') === 'true'));
    await until(async () => (await current()) === 1, 'the second entry to be chosen');
    const reached = new Set<string>();
    for (let n = 0; n < 20; n += 1) {
      await popup.press('Tab');
      reached.add(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.closest('label')?.querySelector('span')?.textContent ?? document.activeElement?.textContent ?? ''));
    }
    for (const name of ['Secret or public key', 'Show the key', 'Expected issuer (iss)', 'Copy payload', 'Copy header', 'Copy signature', 'Copy JSON', 'Save JSON']) expect([...reached]).toContain(name);
    await popup.close();
  });

  it('says what is wrong with a key, and where', async () => {
    const popup = await openPopup(fixture, page);
    await typeKey(popup, '-----BEGIN PUBLIC KEY-----\nnot base64 at all!\n-----END PUBLIC KEY-----');
    await waitForText(popup, '[role="alert"]', 'Line 2, character 18: expected a base64 character');
    await waitForLight(popup, 'signature', 'not-checked');
    await typeKey(popup, '{"kty": "oct", }');
    await waitForText(popup, '[role="alert"]', /character 16: expected a member name in double quotes/);
    expect(await lightState(popup, 'signature')).toBe('not-checked');
    await typeKey(popup, '');
    await popup.close();
  });

  it('forgets everything about the tab on "Clear"', async () => {
    const other = await fixture.driver.newPage();
    await other.goto(`${fixture.site.url}t/frame`);
    const popup = await openPopup(fixture, other);
    await popup.click(byRole('button', 'Clear'));
    await until(async () => (await tokenButtons(popup)).length === 0, 'an empty list');
    expect(await popup.text('main')).toContain('No tokens seen here yet');
    await popup.close();
    await other.close();
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core objects to, with the elements. */
function violations(popup: View): Promise<string[]> {
  return popup.evaluate(`async () => {
    if (!globalThis.axe) { ${axe} }
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160)));
  }`);
}

for (const [locale, colorScheme] of [['en', 'light'], ['ko', 'dark']] as const) describeInBrowser(`the popup in ${locale}, ${colorScheme}`, () => {
  const fixture = useBrowser({ locale, colorScheme });

  it('has no accessibility violation, speaks the browser’s language and follows its theme', async () => {
    const page = await fixture.driver.newPage();
    await page.goto(`${fixture.site.url}?mode=jwt&lang=en`);
    await page.waitForSelector('html[data-ready="true"]');
    const empty = await fixture.driver.popup(page);
    await empty.waitFor('main');
    expect(await violations(empty)).toEqual([]);
    await empty.close();
    await press(page, 'jwt-login');
    const popup = await fixture.driver.popup(page);
    await popup.waitFor('[data-light="signature"]');
    await popup.type('textarea', fixture.site.secret);
    await until(async () => (await lightState(popup, 'signature')) === 'pass', 'the verdict');
    expect(await violations(popup)).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(await popup.count(byRole('region', locale === 'ko' ? '검증' : 'Verification'))).toBe(1);
    const [red = 255] = await popup.evaluate(() => (/\d+/.exec(getComputedStyle(document.documentElement).backgroundColor) ?? []).map(Number));
    expect(red < 128).toBe(colorScheme === 'dark');
    await popup.close();
  });
});
