import { expect, it } from 'vitest';
import { describeInBrowser, openMode, openPopup, places, press, tokenButtons, typeKey, until, useBrowser, waitForLight, watchSite } from './fixture.ts';

describeInBrowser('the background dies', () => {
  const fixture = useBrowser();

  it('between capture and popup: nothing is lost', async () => {
    const { driver, site } = fixture;
    const page = await openMode(fixture, 'jwt');
    await watchSite(fixture, page);
    await page.waitForSelector('html[data-ready="true"]');
    await press(page, 'jwt-login');
    await press(page, 'jwt-call');
    const before = await openPopup(fixture, page);
    await typeKey(before, site.secret);
    await waitForLight(before, 'signature', 'pass');
    const listed = await tokenButtons(before);
    await until(async () => (await places(before)).length === 2, 'storage and header');
    await before.close();

    await driver.killBackground();
    await until(async () => !(await driver.backgroundAlive()), 'the background to be gone');

    const after = await openPopup(fixture, page);
    expect((await tokenButtons(after)).length).toBe(listed.length);
    await waitForLight(after, 'signature', 'pass');
    const seen = await places(after);
    expect(seen).toHaveLength(2);
    await after.close();
  });

  it('again and again between requests: each token is there', async () => {
    const { driver } = fixture;
    const page = await driver.newPage();
    await page.goto(`${fixture.site.url}t/plain`);
    for (let n = 0; n < 5; n += 1) {
      await driver.killBackground();
      await page.evaluate((credential) => fetch('/api/echo', { headers: { Authorization: `Bearer ${credential}` } }).then(({ status }) => status), `Opaque-Credential-${n}`);
    }
    const popup = await openPopup(fixture, page, 5);
    // The JWT that the test before left in localStorage is the sixth.
    const credentials = (await tokenButtons(popup)).filter((row) => row.includes('Bearer credential'));
    expect(credentials).toHaveLength(5);
    await popup.close();
  });
});
