import { chosenPlace, memoryPlace, storagePlace } from './keep.js';
import { bodyText, send } from './request.js';
import { text } from './texts.js';
import { forge } from './token.js';

const SHORT = 5;

/** @returns {import('./site.js').Mode} */
export function hybridMode() {
  const place = chosenPlace({
    'hybrid-keep-session': storagePlace(sessionStorage, 'demo.hybrid.accessToken'),
    'hybrid-keep-memory': memoryPlace(),
  });
  /** @param {string} name @param {object} [json] */
  const post = async (name, json = {}) => {
    const exchange = await send({ method: 'POST', path: `/api/hybrid/${name}`, json });
    if (exchange.status === 200 && name !== 'logout') place.set(bodyText(exchange, 'accessToken'));
    return exchange;
  };
  const call = async (path = '/api/hybrid/me') => [await send({ path, token: place.get() })];
  return {
    held: () => place.get(),
    actions: {
      'hybrid-login': async () => [await post('login')],
      'hybrid-call': () => call(),
      'hybrid-refresh': async () => [await post('refresh')],
      'hybrid-reuse': async () => {
        const refreshed = await post('refresh');
        return refreshed.status === 200 ? [refreshed, await post('replay-old')] : [refreshed];
      },
      'hybrid-tamper': async () => {
        const token = place.get();
        if (token === null) throw new Error(text('noTokenYet'));
        place.set(forge(token, { role: 'ADMIN' }));
        return call();
      },
      'hybrid-expire': async () => [{ ...(await post('login', { seconds: SHORT })), note: text('willExpire') }],
      'hybrid-wrong-audience': () => call('/api/jwt/me'),
      'hybrid-logout': async () => {
        const exchange = await post('logout');
        place.drop();
        return [exchange];
      },
    },
    afterExpiry: { action: 'hybrid-expire', seconds: SHORT, id: 'hybrid-expired', call: () => call() },
  };
}
