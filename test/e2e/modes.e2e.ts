import { expect, it } from 'vitest';
import { byRole, choose, describeInBrowser, openMode, openPopup, type Mode, type Page, places, press, resultOf, tokenButtons, typeKey, until, useBrowser, waitForLight, waitForText, watchSite } from './fixture.ts';

describeInBrowser('the ways a site signs in', () => {
  const fixture = useBrowser();
  let page: Page;

  it('is watched once', async () => {
    page = await openMode(fixture, 'jwt');
    await watchSite(fixture, page);
    await page.close();
  });

  /** A tab of its own: its list begins empty. */
  const openFresh = async (mode: Mode) => (page = await openMode(fixture, mode));

  it('JWT: verified, and called by its claims', async () => {
    await openFresh('jwt');
    await press(page, 'jwt-login');
    expect(await press(page, 'jwt-call')).toBe('200');
    expect(await press(page, 'jwt-call-xhr')).toBe('200');
    const popup = await openPopup(fixture, page);
    await waitForLight(popup, 'signature', 'not-checked');
    await typeKey(popup, 'not the secret of this site');
    expect(await waitForLight(popup, 'signature', 'fail')).toContain('does not match this key');
    await typeKey(popup, fixture.site.secret);
    expect(await waitForLight(popup, 'signature', 'pass')).toContain('HS256 signature matches this key, read as text (UTF-8)');
    expect(await waitForLight(popup, 'time', 'pass')).toContain('Valid until');
    await waitForLight(popup, 'expectations', 'not-checked');
    await waitForText(popup, byRole('region', 'Payload'), '상균');
    const seen = await until(async () => {
      const lines = (await places(popup)).join('\n');
      return lines.includes('reported from the page') && lines.includes('seen by the browser') && lines;
    }, 'both witnesses');
    expect(seen).toContain('localStorage › demo.accessToken');
    expect(seen).toMatch(/Authorization → localhost:\d+GET http:\/\/localhost:\d+\/api\/jwt\/meseen by the browser, reported from the page/);
    await popup.close();
  });

  it('JWT: the typed secret is still there when the popup opens again', async () => {
    const popup = await openPopup(fixture, page);
    await waitForLight(popup, 'signature', 'pass');
    await popup.close();
  });

  it('JWT: tampered', async () => {
    expect(await press(page, 'jwt-tamper')).toBe('401');
    const popup = await openPopup(fixture, page, 2);
    await waitForText(popup, byRole('region', 'Payload'), 'ADMIN');
    expect(await waitForLight(popup, 'signature', 'fail')).toContain('does not match');
    await popup.close();
  });

  it('JWT: expired', async () => {
    await openFresh('jwt');
    await press(page, 'jwt-expire');
    expect(await resultOf(page, 'jwt-expired')).toBe('401');
    const popup = await openPopup(fixture, page);
    expect(await waitForLight(popup, 'time', 'fail')).toContain('Expired at');
    await waitForLight(popup, 'signature', 'pass');
    await waitForText(popup, byRole('timer', 'Expires in'), /^expired \d+ sec ago$/);
    await popup.close();
  });

  it('JWT: kept in a cookie, and called with the wrong audience', async () => {
    await openFresh('jwt');
    await page.click('#jwt-keep-cookie');
    await press(page, 'jwt-login');
    expect(await press(page, 'jwt-wrong-audience')).toBe('401');
    const popup = await openPopup(fixture, page, 2);
    await choose(popup, /Authorization/);
    await popup.type(byRole('textbox', 'Expected audience (aud)'), 'payments');
    expect(await waitForLight(popup, 'expectations', 'fail')).toContain('Meant for demo-api, not payments');
    await waitForLight(popup, 'signature', 'pass');
    await popup.type(byRole('textbox', 'Expected audience (aud)'), 'demo-api');
    await waitForLight(popup, 'expectations', 'pass');
    await popup.type(byRole('textbox', 'Expected audience (aud)'), '');
    expect((await tokenButtons(popup)).join('\n')).toContain('cookie demo_access_token');
    await popup.close();
  });

  it('session: an HttpOnly session ID is listed as opaque; nothing is claimed about it', async () => {
    await openFresh('session');
    await press(page, 'session-login');
    expect(await press(page, 'session-call')).toBe('200');
    const popup = await openPopup(fixture, page);
    await choose(popup, /demo_sid/);
    await waitForText(popup, 'main', 'Nothing to decode: the server keeps the state');
    expect((await places(popup)).join()).toContain('HttpOnly');
    expect(await popup.count('[data-light]')).toBe(0);
    await popup.close();
    expect(await press(page, 'session-logout')).toMatch(/^20/);
  });

  it('session: ended by the server, which no look at the cookie can tell', async () => {
    await openFresh('session');
    await press(page, 'session-expire');
    expect(await resultOf(page, 'session-expired')).toBe('401');
    const popup = await openPopup(fixture, page);
    await choose(popup, /demo_sid/);
    await waitForText(popup, 'main', 'neither its content nor its expiry can be read here');
    expect(await popup.count(byRole('timer'))).toBe(0);
    await popup.close();
  });

  it('hybrid: the access token verified, the rotated refresh tokens listed one by one', async () => {
    await openFresh('hybrid');
    await press(page, 'hybrid-login');
    expect(await press(page, 'hybrid-call')).toBe('200');
    expect(await press(page, 'hybrid-refresh')).toBe('200');
    expect(await press(page, 'hybrid-call')).toBe('200');
    const popup = await openPopup(fixture, page);
    const refreshTokens = (await tokenButtons(popup)).filter((row) => row.includes('demo_refresh'));
    expect(refreshTokens.length).toBe(2);
    await choose(popup, /Authorization/);
    await waitForLight(popup, 'signature', 'pass');
    await popup.close();
    expect(await press(page, 'hybrid-reuse')).toBe('401');
    expect(await press(page, 'hybrid-refresh')).toBe('401');
  });

  it('hybrid: tampered, expired', async () => {
    await openFresh('hybrid');
    await press(page, 'hybrid-login');
    expect(await press(page, 'hybrid-tamper')).toBe('401');
    const popup = await openPopup(fixture, page, 3);
    await choose(popup, /HS256/);
    await waitForLight(popup, 'signature', 'fail');
    await popup.close();
    await press(page, 'hybrid-expire');
    expect(await resultOf(page, 'hybrid-expired')).toBe('401');
    const later = await openPopup(fixture, page, 4);
    await choose(later, /expiredHS256/);
    await waitForLight(later, 'time', 'fail');
    await waitForLight(later, 'signature', 'pass');
    await later.close();
  });

  it('OIDC: RS256 ID token and ES256 access token verified with the pasted JWKS', async () => {
    await openFresh('oidc');
    await page.click('#oidc-login');
    await (await page.waitForSelector('#idp-sign-in'))?.click();
    await (await page.waitForSelector('#idp-allow'))?.click();
    await page.waitForSelector('#result[data-action="oidc-login"][data-status="200"]');
    expect(await press(page, 'oidc-call')).toBe('200');
    const { jwks_uri: jwksUri } = (await (await fetch(`${fixture.site.oidcIssuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
    const jwks = await (await fetch(jwksUri)).text();
    const popup = await openPopup(fixture, page, 3);
    await choose(popup, /ES256/);
    await typeKey(popup, jwks);
    expect(await waitForLight(popup, 'signature', 'pass')).toContain('ES256 signature matches this key, read as JWKS');
    await popup.type(byRole('textbox', 'Expected issuer (iss)'), fixture.site.oidcIssuer);
    await waitForLight(popup, 'expectations', 'pass');
    await choose(popup, /RS256/);
    expect(await waitForLight(popup, 'signature', 'pass')).toContain('RS256');
    expect((await places(popup)).join()).toMatch(/sessionStorage › oidc\.user:.* \$\.id_token/);
    await popup.close();
  });

  it('OIDC: refreshed, tampered, expired', async () => {
    expect(await press(page, 'oidc-refresh')).toBe('200');
    expect(await press(page, 'oidc-tamper')).toBe('401');
    const popup = await openPopup(fixture, page, 4);
    // The newest: altered by the page after the refresh.
    await choose(popup, /ES256/);
    await waitForLight(popup, 'signature', 'fail');
    await popup.close();
    await press(page, 'oidc-expire');
    expect(await resultOf(page, 'oidc-expired')).toBe('401');
    const later = await openPopup(fixture, page, 4);
    await choose(later, /expiredES256/);
    await waitForLight(later, 'time', 'fail');
    await waitForLight(later, 'signature', 'pass');
    await later.close();
  });
});
