import { escapeHtml } from './http.mjs';

const TEXTS = {
  en: {
    provider: 'Demo identity provider',
    signIn: 'Sign in',
    signInIntro: 'This is the identity provider: another server, on another port. Any name will do.',
    name: 'Name',
    allow: 'Allow',
    consent: 'Allow access?',
    consentIntro: 'Claimcheck demo asks for:',
    deny: 'Deny',
  },
  ko: {
    provider: '데모 ID 제공자',
    signIn: '로그인',
    signInIntro: '여기는 다른 포트에서 도는 별도의 인증 서버(ID 제공자)입니다. 이름은 아무거나 괜찮습니다.',
    name: '이름',
    allow: '허용',
    consent: '접근을 허용할까요?',
    consentIntro: 'Claimcheck 데모가 요청하는 권한:',
    deny: '거부',
  },
};
/** @type {Record<string, { en: string, ko: string }>} */
const SCOPES = {
  openid: { en: 'who you are', ko: '사용자 식별' },
  profile: { en: 'your name', ko: '이름' },
  offline_access: { en: 'staying signed in (a refresh token)', ko: '로그인 유지 (리프레시 토큰)' },
  'api:read': { en: 'reading from the demo API', ko: '데모 API 읽기' },
};

/** @typedef {'en' | 'ko'} Lang */

/** @param {{ lang: Lang, title: string, body: string }} parts `body` is markup: escape what goes into it. */
export function page({ lang, title, body }) {
  return `<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  <link rel="stylesheet" href="/theme.css">
  <link rel="stylesheet" href="/idp.css">
  <link rel="icon" href="/demo.svg">
</head>
<body class="idp">
  <main class="card">
    <p class="eyebrow">${TEXTS[lang].provider}</p>
    <h1>${escapeHtml(title)}</h1>
    ${body}
  </main>
</body>
</html>
`;
}

/** @param {Lang} lang @param {string} action */
export function signInPage(lang, action) {
  const text = TEXTS[lang];
  return page({
    lang,
    title: text.signIn,
    body: `<p>${text.signInIntro}</p>
    <form method="post" action="${escapeHtml(action)}">
      <label for="idp-name">${text.name}</label>
      <input id="idp-name" name="name" value="상균" maxlength="60" required autocomplete="username">
      <button id="idp-sign-in" name="answer" value="sign-in">${text.signIn}</button>
    </form>`,
  });
}

/** @param {Lang} lang @param {string} action @param {string[]} scopes */
export function consentPage(lang, action, scopes) {
  const text = TEXTS[lang];
  const items = scopes.map((scope) => `<li>${escapeHtml(SCOPES[scope]?.[lang] ?? scope)} <code>${escapeHtml(scope)}</code></li>`);
  return page({
    lang,
    title: text.consent,
    body: `<p>${text.consentIntro}</p>
    <ul>${items.join('')}</ul>
    <form method="post" action="${escapeHtml(action)}">
      <button id="idp-allow" name="answer" value="allow">${text.allow}</button>
      <button id="idp-deny" class="quiet" name="answer" value="deny">${text.deny}</button>
    </form>`,
  });
}
