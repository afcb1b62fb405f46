import { chosenPlace, cookiePlace, storagePlace } from './keep.js';
import { bodyText, send, sendByXhr } from './request.js';
import { text } from './texts.js';
import { forge } from './token.js';

/** @typedef {import('./site.js').Mode} Mode */

const SHORT = 5;
const ME = '/api/jwt/me';

/** @returns {Mode} */
export function jwtMode() {
  const place = chosenPlace({
    'jwt-keep-local': storagePlace(localStorage, 'demo.accessToken'),
    'jwt-keep-cookie': cookiePlace('demo_access_token'),
  });
  const held = () => {
    const token = place.get();
    if (token === null) throw new Error(text('noTokenYet'));
    return token;
  };
  const login = async (/** @type {object} */ json) => {
    const exchange = await send({ method: 'POST', path: '/api/jwt/login', json });
    place.set(bodyText(exchange, 'accessToken'));
    return exchange;
  };
  const call = async () => [await send({ path: ME, token: place.get() })];
  return {
    held: () => place.get(),
    actions: {
      'jwt-login': async () => [await login({})],
      'jwt-call': call,
      'jwt-call-xhr': async () => [await sendByXhr({ path: ME, token: place.get() })],
      'jwt-tamper': async () => {
        place.set(forge(held(), { role: 'ADMIN' }));
        return call();
      },
      'jwt-expire': async () => [{ ...(await login({ seconds: SHORT })), note: text('willExpire') }],
      'jwt-wrong-audience': async () => {
        const extra = await send({ method: 'POST', path: '/api/jwt/login', json: { withAudience: true } });
        return [extra, await send({ path: '/api/jwt/other-audience', token: bodyText(extra, 'accessToken') })];
      },
      'jwt-logout': async () => {
        place.drop();
        return [{ status: 0, note: text('droppedOnly') }];
      },
    },
    afterExpiry: { action: 'jwt-expire', seconds: SHORT, id: 'jwt-expired', call },
  };
}
