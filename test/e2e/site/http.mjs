import { createServer } from 'node:http';

/**
 * What a handler is asked and what it answers: plain values, so that a handler is a plain function.
 * @typedef {object} Ask
 * @property {string} method
 * @property {URL} url
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string[]} headerNames
 * @property {Record<string, string>} cookies
 * @property {Record<string, unknown>} body
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string | string[]>} [headers]
 * @property {unknown} [json]
 * @property {string | Buffer} [content]
 *
 * @typedef {(ask: Ask) => Answer | Promise<Answer>} Handler
 * @typedef {{ port: number, close: () => Promise<void> }} Listening
 */

export const BODY_LIMIT = 64 * 1024;

export class Refusal extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<string>} */
export async function readBody(request) {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw new Refusal(413, 'the body is over 64 KiB');
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Refusal(413, 'the body is over 64 KiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @param {string} text @returns {Record<string, unknown>} */
export function parseJsonObject(text) {
  if (text === '') return {};
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(400, 'the body is not a JSON object');
  return /** @type {Record<string, unknown>} */ (value);
}

/** @param {string | undefined} header @returns {Record<string, string>} */
export function parseCookies(header) {
  /** @type {Record<string, string>} */
  const cookies = Object.create(null);
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) cookies[pair.slice(0, equals).trim()] ??= pair.slice(equals + 1).trim();
  }
  return cookies;
}

/** @param {unknown} value @param {number} [status] @param {Record<string, string | string[]>} [headers] @returns {Answer} */
export function json(value, status = 200, headers = {}) {
  return { status, json: value, headers };
}

/** @param {import('node:http').ServerResponse} response @param {Answer} answer */
export function send(response, answer) {
  const body = answer.json === undefined ? (answer.content ?? '') : `${JSON.stringify(answer.json, null, 2)}\n`;
  response.writeHead(answer.status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Content-Type': answer.json === undefined ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    ...answer.headers,
  });
  response.end(body);
}

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * @param {import('node:http').RequestListener} listener @param {number} port @param {string} host
 * @returns {Promise<import('node:http').Server>}
 */
function bind(listener, port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function shut(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1 with the same port: `localhost` may mean either.
 * @param {import('node:http').RequestListener} listener @param {number} port @returns {Promise<Listening>}
 */
export async function listenOnLoopback(listener, port, attempts = 5) {
  const first = await bind(listener, port, '127.0.0.1');
  const bound = /** @type {import('node:net').AddressInfo} */ (first.address()).port;
  const servers = [first];
  try {
    servers.push(await bind(listener, bound, '::1'));
  } catch (error) {
    const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
    if (taken) {
      await shut(first);
      if (port !== 0 || attempts <= 1) throw error;
      return listenOnLoopback(listener, port, attempts - 1);
    }
  }
  return {
    port: bound,
    close: async () => {
      await Promise.all(servers.map(shut));
    },
  };
}
