import { hybridMode } from './hybrid.js';
import { jwtMode } from './jwt.js';
import { run } from './log.js';
import { oidcMode } from './oidc.js';
import { byId } from './page.js';
import { sessionMode } from './session.js';
import { currentLang, keepLang, preferredLang, showLang, text } from './texts.js';
import { secondsLeft } from './token.js';

/**
 * @typedef {object} Mode
 * @property {() => string | null | undefined} held undefined when the page cannot know
 * @property {Record<string, import('./log.js').Action>} actions by the id of the button
 * @property {{ action: string, seconds: number, id: string, call: import('./log.js').Action }} afterExpiry
 *
 * @typedef {object} Config
 * @property {string} oidcIssuer
 * @property {string} oidcClientId
 * @property {string} apiAudience
 * @property {string} secret
 *
 * @typedef {'jwt' | 'session' | 'hybrid' | 'oidc'} ModeName
 */

/** @type {ModeName[]} */
const MODES = ['jwt', 'session', 'hybrid', 'oidc'];

/** @param {string | null} value @returns {value is ModeName} */
function isMode(value) {
  return MODES.some((mode) => mode === value);
}

/** @param {ModeName} chosen */
function showMode(chosen) {
  for (const mode of MODES) {
    const tab = byId(`mode-${mode}`, HTMLButtonElement);
    tab.setAttribute('aria-selected', String(mode === chosen));
    tab.tabIndex = mode === chosen ? 0 : -1;
    byId(`panel-${mode}`, HTMLElement).hidden = mode !== chosen;
  }
  history.replaceState(null, '', `/?mode=${chosen}&lang=${currentLang()}`);
}

function shownMode() {
  return MODES.find((mode) => !byId(`panel-${mode}`, HTMLElement).hidden) ?? 'jwt';
}

/** @param {KeyboardEvent} event */
function moveBetweenTabs(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  const next = MODES[(MODES.indexOf(shownMode()) + step + MODES.length) % MODES.length] ?? 'jwt';
  showMode(next);
  byId(`mode-${next}`, HTMLButtonElement).focus();
}

/** @param {import('./texts.js').Lang} lang */
function useLang(lang) {
  showLang(lang);
  for (const each of /** @type {const} */ (['en', 'ko'])) byId(`lang-${each}`, HTMLElement).setAttribute('aria-pressed', String(each === lang));
  showMode(shownMode());
}

/** @param {string} secret */
function showSecret(secret) {
  byId('secret', HTMLElement).textContent = secret;
  const button = byId('copy-secret', HTMLButtonElement);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
    } catch {
      getSelection()?.selectAllChildren(byId('secret', HTMLElement));
      return;
    }
    button.textContent = text('copied');
    setTimeout(() => {
      button.textContent = text('copy');
    }, 1500);
  };
  button.addEventListener('click', () => void copy());
}

/** @param {Record<ModeName, Mode>} modes */
function showHeld(modes) {
  for (const mode of MODES) {
    const token = modes[mode].held();
    const left = token ? secondsLeft(token) : 0;
    const held = left > 0 ? text('heldFor', { seconds: left }) : text('heldExpired');
    const line = token === undefined ? text('heldUnknown') : token === null ? text('heldNothing') : held;
    const state = byId(`${mode}-state`, HTMLElement);
    if (state.textContent !== line) state.textContent = line;
  }
}

/** @param {string} id */
function labelOf(id) {
  return byId(id, HTMLButtonElement).textContent ?? id;
}

/** @param {Mode} mode */
function wire({ actions, afterExpiry }) {
  for (const [id, action] of Object.entries(actions)) {
    byId(id, HTMLButtonElement).addEventListener('click', () => {
      const work = () => void run(afterExpiry.id, text('expired'), afterExpiry.call);
      const after = id === afterExpiry.action ? { seconds: afterExpiry.seconds + 1, work } : undefined;
      void run(id, labelOf(id), action, after);
    });
  }
}

async function start() {
  const params = new URLSearchParams(location.search);
  const path = location.pathname;
  const config = /** @type {Config} */ (await (await fetch('/api/config')).json());
  const oidc = oidcMode(config);
  const modes = { jwt: jwtMode(), session: sessionMode(), hybrid: hybridMode(), oidc };
  for (const mode of MODES) {
    wire(modes[mode]);
    byId(`mode-${mode}`, HTMLButtonElement).addEventListener('click', () => showMode(mode));
  }
  byId('modes', HTMLElement).addEventListener('keydown', moveBetweenTabs);
  for (const lang of /** @type {const} */ (['en', 'ko'])) {
    byId(`lang-${lang}`, HTMLElement).addEventListener('click', () => {
      keepLang(lang);
      useLang(lang);
    });
  }
  showSecret(config.secret);
  const lang = preferredLang(params);
  if (params.has('lang')) keepLang(lang);
  showLang(lang);
  const action = path === '/oidc/callback' ? 'oidc-login' : params.has('signed-out') ? 'oidc-logout' : undefined;
  const asked = action === undefined ? params.get('mode') : 'oidc';
  showMode(isMode(asked) ? asked : 'jwt');
  useLang(lang);
  const returning = oidc.returned[action ?? ''];
  if (action !== undefined && returning !== undefined) void run(action, labelOf(action), returning);
  setInterval(() => showHeld(modes), 500);
  showHeld(modes);
  document.documentElement.dataset['ready'] = 'true';
}

void start();
