/**
 * A request and its response, as the log shows them.
 * @typedef {object} Exchange
 * @property {string} [request]
 * @property {string} [sent]
 * @property {number} status
 * @property {string | null} [challenge]
 * @property {string} [body]
 * @property {string} [note]
 *
 * @typedef {object} Call
 * @property {'GET' | 'POST'} [method]
 * @property {string} path
 * @property {string | null} [token]
 * @property {unknown} [json]
 */

/** @param {Call} call */
function headersOf({ token, json }) {
  return {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}

/** @param {Call} call @param {string} [by] */
function describe({ method = 'GET', path, token }, by = '') {
  return {
    request: `${method} ${path}${by}`,
    ...(token ? { sent: `Authorization: Bearer ${token.slice(0, 12)}…${token.slice(-6)}` } : {}),
  };
}

/** @param {Call} call @returns {Promise<Exchange>} */
export async function send(call) {
  const response = await fetch(call.path, {
    method: call.method ?? 'GET',
    headers: headersOf(call),
    body: call.json === undefined ? null : JSON.stringify(call.json),
  });
  return {
    ...describe(call),
    status: response.status,
    challenge: response.headers.get('WWW-Authenticate'),
    body: await response.text(),
  };
}

/** The same by XMLHttpRequest, which many sites still use. @param {Call} call @returns {Promise<Exchange>} */
export function sendByXhr(call) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(call.method ?? 'GET', call.path);
    for (const [name, value] of Object.entries(headersOf(call))) xhr.setRequestHeader(name, value);
    xhr.addEventListener('error', () => reject(new Error('the request failed')));
    xhr.addEventListener('load', () =>
      resolve({
        ...describe(call, ' (XMLHttpRequest)'),
        status: xhr.status,
        challenge: xhr.getResponseHeader('WWW-Authenticate'),
        body: xhr.responseText,
      }),
    );
    xhr.send(call.json === undefined ? null : JSON.stringify(call.json));
  });
}

/** @param {Exchange} exchange @param {string} name */
export function bodyText(exchange, name) {
  const value = /** @type {Record<string, unknown>} */ (JSON.parse(exchange.body ?? '{}'))[name];
  if (typeof value !== 'string') throw new Error(`the answer holds no ${name}`);
  return value;
}
