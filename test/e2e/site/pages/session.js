import { send } from './request.js';
import { text } from './texts.js';

const SHORT = 5;

/** @param {string} name @param {object} [json] */
function post(name, json = {}) {
  return send({ method: 'POST', path: `/api/session/${name}`, json });
}

/** @returns {import('./site.js').Mode} */
export function sessionMode() {
  const call = async () => [await send({ path: '/api/session/me' })];
  return {
    held: () => undefined,
    actions: {
      'session-login': async () => [await post('login')],
      'session-call': call,
      'session-expire': async () => [{ ...(await post('login', { seconds: SHORT })), note: text('willExpire') }],
      'session-replay': async () => [await post('logout', { keepCookie: true }), ...(await call())],
      'session-logout': async () => [await post('logout')],
    },
    afterExpiry: { action: 'session-expire', seconds: SHORT, id: 'session-expired', call },
  };
}
