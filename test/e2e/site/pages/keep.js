import { byId } from './page.js';

/** @typedef {{ get(): string | null, set(token: string): void, drop(): void }} Place */

/** @param {Storage} storage @param {string} key @returns {Place} */
export function storagePlace(storage, key) {
  return {
    get: () => storage.getItem(key),
    set: (token) => storage.setItem(key, token),
    drop: () => storage.removeItem(key),
  };
}

/** @param {string} name @returns {Place} */
export function cookiePlace(name) {
  return {
    get: () => document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null,
    set: (token) => {
      document.cookie = `${name}=${token}; Path=/; Max-Age=86400; SameSite=Lax`;
    },
    drop: () => {
      document.cookie = `${name}=; Path=/; Max-Age=0; SameSite=Lax`;
    },
  };
}

/** @returns {Place} */
export function memoryPlace() {
  /** @type {string | null} */
  let held = null;
  return {
    get: () => held,
    set: (token) => {
      held = token;
    },
    drop: () => {
      held = null;
    },
  };
}

/**
 * One token in one of two places, chosen by the radio buttons with these ids. A new choice moves the token.
 * @param {Record<string, Place>} places by radio id, the default first
 * @returns {Place}
 */
export function chosenPlace(places) {
  const ids = Object.keys(places);
  const radios = ids.map((id) => byId(id, HTMLInputElement));
  const holding = radios.find(({ id }) => places[id]?.get());
  if (holding !== undefined) holding.checked = true;
  const chosen = () => /** @type {Place} */ (places[radios.find((radio) => radio.checked)?.id ?? ids[0] ?? '']);
  const set = (/** @type {string} */ token) => {
    for (const place of Object.values(places)) if (place !== chosen()) place.drop();
    chosen().set(token);
  };
  const get = () => Object.values(places).find((place) => place.get())?.get() ?? null;
  const move = () => {
    const token = get();
    if (token !== null) set(token);
  };
  for (const radio of radios) radio.addEventListener('change', move);
  return { get, set, drop: () => Object.values(places).forEach((place) => place.drop()) };
}
