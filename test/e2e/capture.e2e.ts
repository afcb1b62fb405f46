import { expect, it } from 'vitest';
import { choose, describeInBrowser, openMode, openPopup, type Page, places, press, tokenButtons, until, useBrowser, watchSite } from './fixture.ts';

describeInBrowser('capture', () => {
  const fixture = useBrowser();
  let page: Page;

  async function open(path: string): Promise<Page> {
    page = await fixture.driver.newPage();
    await page.goto(fixture.site.url + path);
    return page;
  }

  it('is watched once', async () => {
    page = await openMode(fixture, 'jwt');
    await watchSite(fixture, page);
    await page.close();
  });

  it('is in place before the first script of a page with a strict CSP', async () => {
    await open('t/csp');
    await page.waitForSelector('#result[data-status="200"]');
    const popup = await openPopup(fixture, page);
    const seen = await until(async () => {
      const lines = (await places(popup)).join();
      return lines.includes('/api/echo') && lines;
    }, 'the request of the page');
    expect(seen).toContain('seen by the browser, reported from the page');
    await popup.close();
    await page.close();
  });

  it('covers frames', async () => {
    await open('t/frame');
    await until(() => Promise.all(page.frames().map((frame) => frame.$('#result[data-status="200"]'))).then((found) => found.some(Boolean)), 'the frame’s request');
    const popup = await openPopup(fixture, page);
    await until(async () => (await places(popup)).join().includes('sessionStorage › frame.token'), 'the frame’s storage');
    expect((await places(popup)).join()).toContain('Authorization →');
    expect(await tokenButtons(popup)).toHaveLength(1);
    await popup.close();
    await page.close();
  });

  it('is one entry with its sightings when one token is in five places', async () => {
    page = await openMode(fixture, 'jwt');
    await press(page, 'jwt-login');
    await page.evaluate(async () => {
      const token = localStorage.getItem('demo.accessToken') ?? '';
      sessionStorage.setItem('session.copy', JSON.stringify({ state: { user: { access_token: token } } }));
      document.cookie = `cookie_copy=${encodeURIComponent(JSON.stringify({ token }))}`;
      await fetch('/api/echo', { headers: [['Authorization', `Bearer ${token}`]] });
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('POST', '/api/echo');
        request.setRequestHeader('AUTHORIZATION', `Bearer ${token}`);
        request.addEventListener('loadend', resolve);
        request.send();
      });
    });
    const popup = await openPopup(fixture, page);
    await until(async () => (await places(popup)).length === 4, 'header, cookie and both storages');
    const seen = (await places(popup)).join('\n');
    expect(seen).toContain('localStorage › demo.accessToken');
    expect(seen).toContain('sessionStorage › session.copy $.state.user.access_token');
    expect(seen).toMatch(/cookie cookie_copy \$\.token.*seen by the browser, reported from the page/);
    expect(seen).toMatch(/Authorization → localhost:\d+POST/);
    expect(await tokenButtons(popup)).toHaveLength(1);
    await popup.close();
    await page.evaluate(() => (document.cookie = 'cookie_copy=; max-age=0'));
    await page.close();
  });

  it('behaves as native for the page', async () => {
    await open('t/plain');
    const answers = await page.evaluate(async () => {
      const outcome = async (run: () => unknown) => {
        try {
          const value = await run();
          return value instanceof Response ? `status ${value.status}` : typeof value;
        } catch (error) {
          return error instanceof TypeError ? 'TypeError' : String(error);
        }
      };
      let reads = 0;
      const counted = { get headers() { reads += 1; return { Authorization: 'Bearer x' }; } };
      return {
        name: fetch.name,
        length: fetch.length,
        native: /\[native code\]/.test(Function.prototype.toString.call(fetch)),
        isConstructor: await outcome(() => Reflect.construct(fetch, ['/'])),
        none: await outcome(() => Reflect.apply(fetch, undefined, [])),
        symbol: await outcome(() => fetch(Symbol('x') as unknown as string)),
        throwing: await outcome(() => fetch('/api/echo', { get headers(): HeadersInit { throw new RangeError('mine'); } })),
        getter: await outcome(() => fetch('/api/echo', counted)),
        reads,
        iterable: await outcome(() => fetch('/api/echo', { headers: new Map([['Authorization', 'Bearer y']]) as unknown as HeadersInit })),
        revoked: await outcome(() => {
          const { proxy, revoke } = Proxy.revocable({}, {});
          revoke();
          return fetch('/api/echo', proxy);
        }),
        xhr: await outcome(() => XMLHttpRequest.prototype.setRequestHeader.call({}, 'a', 'b')),
        globals: Object.keys(globalThis).filter((key) => /claim/i.test(key)),
      };
    });
    expect(answers).toEqual({
      name: 'fetch',
      length: 1,
      native: true,
      isConstructor: 'TypeError',
      none: 'TypeError',
      symbol: 'TypeError',
      throwing: 'RangeError: mine',
      getter: 'status 200',
      reads: 1,
      iterable: 'status 200',
      revoked: 'TypeError',
      xhr: 'TypeError',
      globals: [],
    });
    await page.close();
  });

  it('keeps working, unseen by the page, after the page replaced the built-ins', async () => {
    await open('t/plain');
    const calls = await page.evaluate(async () => {
      let count = 0;
      const spy = (native: (...args: never[]) => unknown) =>
        function spied(this: unknown, ...args: never[]) {
          count += 1;
          return Reflect.apply(native, this, args);
        };
      const replace = (object: object, name: PropertyKey) => {
        const native = Reflect.get(object, name) as (...args: never[]) => unknown;
        Object.defineProperty(object, name, { configurable: true, writable: true, value: spy(native) });
      };
      const { prototype: everyObject } = Object;
      replace(Headers.prototype, 'get');
      replace(MessagePort.prototype, 'postMessage');
      replace(WeakMap.prototype, 'get');
      replace(WeakMap.prototype, 'set');
      replace(String.prototype, 'toLowerCase');
      replace(EventTarget.prototype, 'dispatchEvent');
      replace(Array, 'isArray');
      replace(Array.prototype, Symbol.iterator);
      for (const name of ['authorization', 'url', 'type', 'value', 'apply', 'hasHeaders', '0', '1']) {
        Object.defineProperty(everyObject, name, { __proto__: null, configurable: true, set: spy(() => undefined), get: spy(() => undefined) } as PropertyDescriptor);
      }
      const request = new XMLHttpRequest();
      const init = { __proto__: null, method: 'GET', headers: { __proto__: null, Authorization: 'Bearer Opaque-Credential-0001' } } as unknown as RequestInit;
      const before = count;
      const answer = fetch('/api/echo', init);
      request.open('GET', '/api/echo');
      request.setRequestHeader('Authorization', 'Bearer Opaque-Credential-0002');
      request.send();
      const during = count - before;
      return (await answer).status === 200 ? during : -1;
    });
    expect(calls).toBe(0);
    const popup = await openPopup(fixture, page);
    await until(async () => (await tokenButtons(popup)).filter((row) => row.includes('Bearer credential')).length === 2, 'both credentials');
    await choose(popup, /Bearer credential/);
    await until(async () => (await places(popup)).join().includes('seen by the browser, reported from the page'), 'the report of the hook');
    await popup.close();
    await page.close();
  });
});
