import { en } from './texts-en.js';
import { ko } from './texts-ko.js';

/** @typedef {'en' | 'ko'} Lang */
/** @typedef {keyof typeof en} TextKey */

const KEPT = 'demo.lang';
const TEXTS = { en, ko };
/** @type {Lang} */
let current = 'en';

/** @param {string | null} value @returns {value is Lang} */
function isLang(value) {
  return value === 'en' || value === 'ko';
}

export function currentLang() {
  return current;
}

/** The address first, then what was chosen before, then the browser. @param {URLSearchParams} params @returns {Lang} */
export function preferredLang(params) {
  const asked = params.get('lang');
  if (isLang(asked)) return asked;
  const chosen = localStorage.getItem(KEPT);
  if (isLang(chosen)) return chosen;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}

/** @param {Lang} lang */
export function keepLang(lang) {
  localStorage.setItem(KEPT, lang);
}

/** @param {TextKey} key @param {Record<string, string | number>} [values] */
export function text(key, values = {}) {
  return TEXTS[current][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** @param {string | undefined} key @returns {key is TextKey} */
function isTextKey(key) {
  return key !== undefined && Object.hasOwn(en, key);
}

/** Puts the page into a language: text for [data-text], names for [data-name]. @param {Lang} lang */
export function showLang(lang) {
  current = lang;
  document.documentElement.lang = lang;
  document.title = text('title');
  for (const element of document.querySelectorAll('[data-text], [data-name]')) {
    if (!(element instanceof HTMLElement)) continue;
    const { text: key, name } = element.dataset;
    if (isTextKey(key)) element.textContent = text(key);
    if (isTextKey(name)) element.setAttribute('aria-label', text(name));
  }
}
