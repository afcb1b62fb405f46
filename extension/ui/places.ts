/** Where a token was seen, in words. */
import type { Sighting } from '../../src/index.ts';
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
