import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { json, parseCookies, parseJsonObject, readBody, Refusal, send } from './http.mjs';

/** @typedef {import('./http.mjs').Ask} Ask */
/** @typedef {import('./http.mjs').Answer} Answer */
/** @typedef {import('./http.mjs').Handler} Handler */
/** @typedef {{ path: string, status: number, challenge: string | undefined, body: unknown }} RefusedRequest */

const PAGES = join(import.meta.dirname, 'pages');
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** @param {string} file @param {Record<string, string>} headers @returns {Handler} */
function fileRoute(file, headers) {
  return async () => ({
    status: 200,
    content: await readFile(file),
    headers: { ...headers, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' },
  });
}

/**
 * One route for each file in the pages folder. Paths are compared, never joined: nothing else can be reached.
 * @param {string} issuer @returns {Record<string, Handler>}
 */
function pageRoutes(issuer) {
  const policy = [
    "default-src 'self'",
    `connect-src 'self' ${issuer}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
  const headers = { 'Content-Security-Policy': policy };
  const index = fileRoute(join(PAGES, 'index.html'), headers);
  const client = dirname(createRequire(import.meta.url).resolve('oidc-client-ts/package.json'));
  return {
    ...Object.fromEntries(readdirSync(PAGES).map((name) => [`GET /${name}`, fileRoute(join(PAGES, name), headers)])),
    'GET /': index,
    'GET /oidc/callback': index,
    'GET /vendor/oidc-client-ts.js': fileRoute(join(client, 'dist/browser/oidc-client-ts.min.js'), headers),
  };
}

/** Says which headers arrived, and never what was in them. @type {Handler} */
const echo = ({ method, headerNames }) => json({ method, headers: headerNames });

/** @param {string} target */
function addressOf(target) {
  try {
    return new URL(target.replace(/^[/\\]+/, '/'), 'http://localhost');
  } catch {
    throw new Refusal(400, 'the address is malformed');
  }
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<Ask>} */
async function asked(request) {
  const { headers, method = 'GET' } = request;
  const text = await readBody(request);
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  return {
    method,
    url: addressOf(request.url ?? '/'),
    headers,
    headerNames: Object.keys(headers).sort(),
    cookies: parseCookies(headers.cookie),
    body: isJson ? parseJsonObject(text) : {},
  };
}

/** Another site's page must not press the buttons of this one. @param {Ask} ask */
function refuseForeignOrigin({ headers, method }) {
  const { origin, host } = headers;
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return;
  if (origin !== `http://${host}`) throw new Refusal(403, 'requests from other origins are refused');
}

/** @param {Map<string, Handler>} routes @param {Ask} ask @returns {Answer | Promise<Answer>} */
function answer(routes, ask) {
  const { pathname } = ask.url;
  const method = ask.method === 'HEAD' ? 'GET' : ask.method;
  const handler = routes.get(`${method} ${pathname}`) ?? routes.get(`* ${pathname}`);
  if (handler !== undefined) return handler(ask);
  const other = method === 'GET' ? 'POST' : 'GET';
  if (routes.has(`${other} ${pathname}`)) return json({ error: 'method_not_allowed' }, 405, { Allow: other });
  return json({ error: 'not_found' }, 404);
}

/** @param {unknown} error @returns {Answer} */
function failure(error) {
  if (error instanceof Refusal) return json({ error: 'refused', message: error.message }, error.status, { Connection: 'close' });
  console.error(error);
  return json({ error: 'server_error' }, 500);
}

/**
 * @param {{ issuer: string, routes: Record<string, Handler>, refusals: RefusedRequest[] }} options
 * @returns {import('node:http').RequestListener}
 */
export function createSite({ issuer, routes, refusals }) {
  const table = new Map(Object.entries({ ...pageRoutes(issuer), '* /api/echo': echo, ...routes }));
  return (request, response) => {
    const work = async () => {
      const ask = await asked(request);
      refuseForeignOrigin(ask);
      return answer(table, ask);
    };
    const reply = (/** @type {Answer} */ given) => {
      if (given.status === 401) {
        refusals.push({
          path: (request.url ?? '').replace(/\?.*$/s, ''),
          status: given.status,
          challenge: given.headers?.['WWW-Authenticate']?.toString(),
          body: given.json,
        });
      }
      send(response, given);
    };
    work()
      .catch(failure)
      .then(reply)
      .catch((/** @type {unknown} */ error) => {
        console.error(error);
        response.destroy();
      });
  };
}
