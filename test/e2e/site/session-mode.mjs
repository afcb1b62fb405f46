import { lifetime, now } from './bearer.mjs';
import { cookieRefusal, dropCookie, httpOnlyCookie, opaque } from './cookie-auth.mjs';
import { json } from './http.mjs';
import { USER } from './jwt-mode.mjs';

const COOKIE = 'demo_sid';
const COOKIE_SECONDS = 86_400;

/**
 * A meaningless id in the browser, everything else on the server: logging out works at once.
 * @param {{ accessSeconds: number }} options
 * @returns {Record<string, import('./http.mjs').Handler>}
 */
export function sessionRoutes({ accessSeconds }) {
  /** @type {Map<string, { createdAt: number, expiresAt: number }>} */
  const sessions = new Map();
  return {
    'POST /api/session/login': ({ body, cookies }) => {
      sessions.delete(cookies[COOKIE] ?? '');
      const seconds = lifetime(body['seconds'], accessSeconds);
      const id = opaque();
      sessions.set(id, { createdAt: now(), expiresAt: now() + seconds });
      return json({ ok: true, expiresIn: seconds }, 200, { 'Set-Cookie': httpOnlyCookie(COOKIE, id, COOKIE_SECONDS) });
    },
    'GET /api/session/me': ({ cookies }) => {
      const id = cookies[COOKIE] ?? '';
      const session = sessions.get(id);
      if (id === '') return cookieRefusal(COOKIE, 'no_session', 'no session cookie was sent');
      if (session === undefined) return cookieRefusal(COOKIE, 'unknown_session', 'the server knows no such session');
      if (session.expiresAt <= now()) {
        sessions.delete(id);
        return cookieRefusal(COOKIE, 'session_expired', 'the session expired on the server');
      }
      return json({ ok: true, user: USER, session });
    },
    // `keepCookie` leaves the browser its cookie, so that it replays an id the server has revoked.
    'POST /api/session/logout': ({ body, cookies }) => {
      const known = sessions.delete(cookies[COOKIE] ?? '');
      return json({ ok: true, revoked: known }, 200, body['keepCookie'] === true ? {} : { 'Set-Cookie': dropCookie(COOKIE) });
    },
  };
}
