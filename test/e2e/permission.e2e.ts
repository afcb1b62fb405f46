import { expect, it } from 'vitest';
import { areScriptsRegistered, byRole, choose, describeInBrowser, isGranted, openMode, openPopup, places, press, tokenButtons, until, useBrowser, watchSite } from './fixture.ts';

const NOTICE = 'aside[aria-label="Not visible yet"]';

describeInBrowser('permission flow', () => {
  const fixture = useBrowser();

  it('has access to no site after installation', async () => {
    expect(await isGranted(fixture.driver)).toBe(false);
    expect(await areScriptsRegistered(fixture.driver)).toBe(false);
  });

  it('reads storage and script-visible cookies by the click on the icon, and says what it cannot see', async () => {
    const page = await openMode(fixture, 'jwt');
    expect(await press(page, 'jwt-login')).toBe('200');
    await page.click('#jwt-keep-cookie');
    await press(page, 'jwt-login');
    await page.goto(`${fixture.site.url}t/httponly`);
    const popup = await openPopup(fixture, page);
    const rows = (await tokenButtons(popup)).join('\n');
    expect(rows).toContain('demo_access_token');
    expect(rows).not.toContain('demo_http_only');
    expect(await popup.text(NOTICE)).toContain('HttpOnly cookies and the tokens in requests are not visible');
    await popup.close();
    await page.close();
  });

  it('records after "Watch this site": HttpOnly cookies and requests', async () => {
    const page = await openMode(fixture, 'jwt');
    await watchSite(fixture, page);
    await page.waitForSelector('html[data-ready="true"]');
    await press(page, 'jwt-login');
    expect(await press(page, 'jwt-call')).toBe('200');
    const popup = await openPopup(fixture, page);
    await choose(popup, /Authorization/);
    expect(await popup.count(NOTICE)).toBe(0);
    expect((await places(popup)).join()).toContain('seen by the browser');
    await popup.close();
    await page.close();
  });

  it('shows the JWT of an HttpOnly cookie, and leaves cookies alone that are no credentials', async () => {
    const page = await fixture.driver.newPage();
    await page.goto(`${fixture.site.url}t/httponly`);
    const popup = await openPopup(fixture, page);
    await choose(popup, /cookie demo_http_only/);
    await until(async () => (await places(popup)).join().includes('HttpOnly'), 'the HttpOnly mark');
    expect((await tokenButtons(popup)).join('\n')).not.toMatch(/lang|ko$/);
    await popup.close();
    await page.close();
  });

  it('shows that recording is on, by a dot on the icon', async () => {
    const page = await openMode(fixture, 'jwt');
    const badges = await until(
      () =>
        fixture.driver.inExtensionPage(async () => {
          const api = (globalThis as unknown as { browser?: Api }).browser ?? (globalThis as unknown as { chrome: Api }).chrome;
          const tabs = (await api.tabs.query({})).filter(({ url }) => url?.includes('?mode=jwt'));
          const texts = await Promise.all(tabs.map(({ id }) => api.action.getBadgeText({ tabId: id })));
          return texts.every((text) => text !== '') && texts;
        }),
      'the badge',
    );
    expect(badges).toContain('●');
    await page.close();
  });

  it('watches all sites, and gives all of them back', async () => {
    const { driver } = fixture;
    const page = await openMode(fixture, 'jwt');
    const first = await driver.popup(page);
    await first.click(byRole('button', 'Stop watching'));
    await until(async () => !(await isGranted(driver)), 'the permission to be gone');
    await driver.allowNextPermissionPrompt('<all_urls>');
    await first.click(byRole('button', 'Watch all sites'));
    await until(() => isGranted(driver), 'the permission');
    await until(() => areScriptsRegistered(driver), 'the content scripts');
    await first.click(byRole('button', 'Stop watching all sites'));
    await until(async () => !(await isGranted(driver)), 'the permission to be gone again');
    await first.close();
    await watchSite(fixture, page);
    await page.close();
  });

  it('sees nothing more after "Stop watching"', async () => {
    const page = await openMode(fixture, 'session');
    const first = await fixture.driver.popup(page);
    await first.click(byRole('button', 'Stop watching'));
    await until(async () => !(await isGranted(fixture.driver)), 'the permission to be gone');
    await until(async () => !(await areScriptsRegistered(fixture.driver)), 'the content scripts to be gone');
    if (!(await first.closed())) await first.close();
    await press(page, 'session-login');
    const popup = await fixture.driver.popup(page);
    await popup.waitFor(NOTICE);
    expect((await tokenButtons(popup)).join('\n')).not.toContain('demo_sid');
    await popup.close();
  });
});

interface Api {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
}
