import { opaque } from './cookie-auth.mjs';

/**
 * Rotating refresh tokens. All that descend from one login are a family; a used one that comes back means
 * that somebody else holds a copy, so the whole family is revoked.
 * @typedef {{ used: string[], current: string, expiresAt: number, revoked: boolean }} Family
 * @typedef {{ token: string, family: Family } | { refused: 'unknown' | 'reused' | 'revoked' | 'expired' }} Rotation
 */
export class RefreshFamilies {
  /** @type {Map<string, Family>} */
  #families = new Map();
  #milliseconds;

  /** @param {number} seconds */
  constructor(seconds) {
    this.#milliseconds = seconds * 1000;
  }

  /** @returns {string} */
  start() {
    const token = opaque();
    this.#families.set(token, { used: [], current: token, expiresAt: Date.now() + this.#milliseconds, revoked: false });
    return token;
  }

  /** @param {string} token @returns {Rotation} */
  rotate(token) {
    const family = this.#families.get(token);
    if (family === undefined) return { refused: 'unknown' };
    if (family.revoked) return { refused: 'revoked' };
    if (family.current !== token) {
      family.revoked = true;
      return { refused: 'reused' };
    }
    if (family.expiresAt <= Date.now()) return { refused: 'expired' };
    family.used.push(token);
    family.current = opaque();
    this.#families.set(family.current, family);
    return { token: family.current, family };
  }

  /** @param {string} token */
  revoke(token) {
    const family = this.#families.get(token);
    if (family !== undefined) family.revoked = true;
  }

  /** The token that the family's current one replaced. @param {string} token */
  before(token) {
    return this.#families.get(token)?.used.at(-1);
  }
}
