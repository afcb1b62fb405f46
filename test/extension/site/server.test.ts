import { request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite } from '../../e2e/site/start.mjs';
import { en } from '../../e2e/site/pages/texts-en.js';
import { ko } from '../../e2e/site/pages/texts-ko.js';

const SITE = join(import.meta.dirname, '../../e2e/site');
let site: Awaited<ReturnType<typeof startSite>>;
const at = (path: string) => new URL(path, site.url);

beforeAll(async () => {
  site = await startSite({ accessSeconds: 120 });
});
afterAll(() => site.close());

/** `fetch` tidies paths before it sends them; this does not. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: site.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the site', () => {
  it('serves its pages with a policy that allows no inline script', async () => {
    for (const path of ['/', '/?mode=oidc&lang=ko', '/oidc/callback?code=x', '/site.js', '/site.css', '/vendor/oidc-client-ts.js']) {
      const response = await fetch(at(path));
      expect(response.status, path).toBe(200);
      expect(response.headers.get('Content-Security-Policy')).toContain(`connect-src 'self' ${site.oidcIssuer}`);
      expect(response.headers.get('Content-Security-Policy')).not.toContain('unsafe');
    }
  });

  it('tells the page its settings', async () => {
    expect(await (await fetch(at('/api/config'))).json()).toMatchObject({ secret: site.secret, oidcIssuer: site.oidcIssuer, accessSeconds: 120 });
    expect(site.secret).toMatch(/^[\x21-\x7e]{32,}$/);
  });

  it('answers under both names of this machine', async () => {
    expect((await fetch(`http://127.0.0.1:${site.port}/`)).status).toBe(200);
    expect((await fetch(`http://localhost:${site.port}/`)).status).toBe(200);
  });

  it.each(['/nothing', '/../start.mjs', '/pages/../start.mjs', '/..%2fstart.mjs', '/%2e%2e/start.mjs', '/..\\start.mjs', '//etc/passwd', '/start.mjs', '/constructor'])(
    'has nothing at %s',
    async (path) => {
      expect(await rawStatus(path)).toBe(404);
    },
  );

  it('survives what is no address, and refuses the wrong method', async () => {
    expect(await rawStatus('http://[')).toBe(400);
    expect((await fetch(at('/api/jwt/login'))).status).toBe(405);
    expect((await fetch(at('/'), { method: 'HEAD' })).status).toBe(200);
  });

  it('refuses a body over 64 KiB, one that is no JSON, and requests from other origins', async () => {
    const post = (body: string, headers = {}) =>
      fetch(at('/api/jwt/login'), { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
    expect((await post(JSON.stringify({ filler: 'x'.repeat(64 * 1024) }))).status).toBe(413);
    expect((await post('{')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('{}', { Origin: 'https://example.com' })).status).toBe(403);
    expect((await post('{}', { Origin: new URL(site.url).origin })).status).toBe(200);
  });
});

describe('the pages for tests', () => {
  it('echoes the names of headers and never their values', async () => {
    const response = await fetch(at('/api/echo'), { method: 'PUT', headers: { Authorization: 'Bearer very-secret', 'X-Other': 'also-secret' } });
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ method: 'PUT' });
    expect(body).toContain('"authorization"');
    expect(body).not.toContain('secret');
  });

  it('has a plain page without cookies or scripts', async () => {
    const response = await fetch(at('/t/plain'));
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).not.toContain('<script');
  });

  it('lets only the page\'s own script run under the strict policy', async () => {
    const response = await fetch(at('/t/csp'));
    const nonce = /script-src 'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1];
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain(`<script nonce="${nonce}">`);
  });

  it('frames a page that keeps and sends a token', async () => {
    expect(await (await fetch(at('/t/frame'))).text()).toContain('src="/t/frame-inner?store=session"');
    expect(await (await fetch(at('/t/frame-inner?store=local'))).text()).toContain("localStorage.setItem('frame.token'");
  });

  it('sets a cookie that scripts cannot read, and one that is no token', async () => {
    const [token, lang] = (await fetch(at('/t/httponly'))).headers.getSetCookie();
    expect(token).toMatch(/^demo_http_only=eyJ[\w.-]+; .*HttpOnly/);
    expect(lang).toMatch(/^lang=ko; (?!.*HttpOnly)/);
  });
});

describe('the texts', () => {
  it('are complete in both languages, and used', async () => {
    expect(Object.keys(ko)).toEqual(Object.keys(en));
    const html = await readFile(join(SITE, 'pages/index.html'), 'utf8');
    const used = [...html.matchAll(/data-(?:text|name)="(\w+)"/g)].map(([, key]) => key);
    for (const key of used) expect(en).toHaveProperty(String(key));
  });

  it('the README names each control', async () => {
    const [html, readme] = await Promise.all([readFile(join(SITE, 'pages/index.html'), 'utf8'), readFile(join(SITE, 'README.md'), 'utf8')]);
    const ids = [...html.matchAll(/<(?:button|input) id="([\w-]+)"/g)].map(([, id]) => String(id));
    expect(ids.length).toBeGreaterThan(30);
    for (const id of ids) expect(readme).toContain(`#${id}\``);
  });
});
