import { randomBytes } from 'node:crypto';
import { signDemoToken } from './jwt-mode.mjs';

/** @typedef {import('./http.mjs').Handler} Handler */

/** @param {{ title: string, body?: string, script?: string, csp?: (nonce: string) => string, cookies?: string[] }} parts */
function testPage({ title, body = '', script, csp, cookies }) {
  const nonce = randomBytes(16).toString('base64');
  const policy = csp?.(nonce) ?? `default-src 'self'; script-src 'nonce-${nonce}'`;
  const content = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="/demo.svg">
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</head>
<body><h1>${title}</h1><p id="result" data-status=""></p>${body}</body>
</html>
`;
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
  return { status: 200, content, headers: cookies === undefined ? headers : { ...headers, 'Set-Cookie': cookies } };
}

/** Script text: sends the token to /api/echo and writes the status to #result. @param {string} token */
function sendScript(token) {
  return `
const show = (status) => { document.getElementById('result').dataset.status = String(status); };
const ready = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
fetch('/api/echo', { headers: { Authorization: 'Bearer ${token}' } })
  .then(async (response) => { await ready; show(response.status); }, async () => { await ready; show('error'); });
`;
}

/**
 * Pages for the extension's own tests, each with one difficulty.
 * @param {{ secret: string, accessSeconds: number }} options
 * @returns {Record<string, Handler>}
 */
export function testPageRoutes({ secret, accessSeconds }) {
  // A second longer than the JWT mode's: signed in the same second, two equal tokens would be one and the same text.
  const token = () => signDemoToken(secret, accessSeconds + 1);
  return {
    'GET /t/plain': () => testPage({ title: 'No tokens here', body: '<p>Nothing is stored and nothing is sent.</p>' }),
    'GET /t/csp': async () =>
      testPage({
        title: 'Strict Content-Security-Policy',
        script: sendScript(await token()),
        csp: (nonce) => `default-src 'none'; script-src 'nonce-${nonce}'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`,
      }),
    'GET /t/frame': ({ url }) => {
      const store = url.searchParams.get('store') === 'local' ? 'local' : 'session';
      return testPage({ title: 'A page with a frame', body: `<iframe id="frame" title="frame" src="/t/frame-inner?store=${store}"></iframe>` });
    },
    'GET /t/frame-inner': async ({ url }) => {
      const store = url.searchParams.get('store') === 'local' ? 'localStorage' : 'sessionStorage';
      const held = await token();
      return testPage({ title: 'The frame', script: `${store}.setItem('frame.token', '${held}');${sendScript(held)}` });
    },
    'GET /t/httponly': async () =>
      testPage({
        title: 'A token that scripts cannot read',
        body: '<p>The cookie demo_http_only holds it.</p>',
        cookies: [
          `demo_http_only=${await token()}; Path=/; Max-Age=${accessSeconds}; HttpOnly; SameSite=Lax`,
          `lang=ko; Path=/; Max-Age=${accessSeconds}; SameSite=Lax`,
        ],
      }),
  };
}
