/** Where a token was seen, in words. */
import { type Sighting, slotKey } from '../../src/index.ts';
import type { TokenEntry } from '../shared/messages.ts';
import { messageFor, t } from './i18n.ts';

/** `localStorage › demo.accessToken`, `cookie demo_sid`, `Authorization → api.example.com`. */
export function placeText({ slot, path }: Sighting): string {
  const inside = path === '' || path === '$' ? '' : ` ${path}`;
  switch (slot.type) {
    case 'header':
      return `${slot.name} → ${hostOf(slot.origin)}`;
    case 'cookie':
      return `${t('placeCookie')} ${slot.name}${inside}`;
    case 'storage':
      return `${slot.area === 'local' ? 'localStorage' : 'sessionStorage'} › ${slot.key}${inside}`;
    default:
      return slot satisfies never;
  }
}

/** One place with everyone who saw the token there. */
export interface Place {
  readonly last: Sighting;
  readonly witnesses: readonly Sighting['witness'][];
}

/** Sightings of browser and page joined where they speak of the same place. */
export function joinPlaces(sightings: readonly Sighting[]): Place[] {
  const places = new Map<string, Place>();
  for (const sighting of sightings) {
    // The page does not know a cookie's path and flags: name and domain have to do.
    const { slot, path } = sighting;
    const key = slot.type === 'cookie' ? `cookie ${slot.name} ${slot.domain.replace(/^\./, '')} ${path}` : slotKey(slot) + path;
    const known = places.get(key);
    const last = sighting.witness === 'browser' || known === undefined ? sighting : known.last;
    places.set(key, { last, witnesses: [...new Set([...(known?.witnesses ?? []), sighting.witness])].sort() });
  }
  return [...places.values()];
}

export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/** What an entry is called in the list: who it speaks of, else what it is. */
export function titleOf({ kind, guess, summary }: TokenEntry): string {
  if (kind === 'opaque') return messageFor('guess', guess ?? 'unknown', {}) ?? t('guess_unknown');
  return summary.name ?? summary.subject ?? t('titleUnnamed');
}

export function badgeOf({ kind, summary }: TokenEntry): string {
  if (kind === 'opaque') return t('kindOpaque');
  if (kind === 'jwe') return 'JWE';
  return summary.alg ?? 'JWS';
}
