/** @param {string} part @returns {unknown} */
function decode(part) {
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0))));
}

/** @param {unknown} value */
function encode(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} token @param {0 | 1} index @returns {Record<string, unknown>} */
function part(token, index) {
  try {
    return /** @type {Record<string, unknown>} */ (decode(token.split('.')[index] ?? ''));
  } catch {
    return {};
  }
}

/** @param {string} token */
export function headerOf(token) {
  return part(token, 0);
}

/** @param {string} token */
export function claimsOf(token) {
  return part(token, 1);
}

/** A forgery: other claims under the same signature. @param {string} token @param {Record<string, unknown>} changes */
export function forge(token, changes) {
  const [header, , signature] = token.split('.');
  return [header, encode({ ...claimsOf(token), ...changes }), signature].join('.');
}

/** @param {string} token @returns {number} Seconds left; below zero when it has expired. */
export function secondsLeft(token) {
  const { exp } = claimsOf(token);
  return typeof exp === 'number' ? Math.ceil(exp - Date.now() / 1000) : 0;
}
