import { randomBytes } from 'node:crypto';
import { json } from './http.mjs';

/** 256 random bits, as text: says nothing and cannot be guessed. */
export function opaque() {
  return randomBytes(32).toString('base64url');
}

/** @param {string} name @param {string} value @param {number} seconds */
export function httpOnlyCookie(name, value, seconds) {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;
}

/** @param {string} name */
export function dropCookie(name) {
  return httpOnlyCookie(name, '', 0);
}

/**
 * No scheme is registered for cookies, yet a 401 must name one: this follows draft-broyer-http-cookie-auth.
 * @param {string} cookie @param {string} error @param {string} message @param {Record<string, string>} [headers]
 */
export function cookieRefusal(cookie, error, message, headers = {}) {
  const challenge = `Cookie realm="demo", cookie-name="${cookie}", error="${error}", error_description="${message}"`;
  return json({ error, message }, 401, { 'WWW-Authenticate': challenge, ...headers });
}
