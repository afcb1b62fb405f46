import type { ReadonlySignal } from '@preact/signals';
import type { JsonMember } from '../../../src/index.ts';
import { formatMoment, formatRelative } from '../time.ts';

/** Claims that RFC 7519 section 4.1 and OpenID Connect Core section 2 define as NumericDate. */
const NUMERIC_DATES: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

export function isNumericDate({ name, value }: JsonMember): boolean {
  return NUMERIC_DATES.has(name) && value.type === 'number' && formatMoment(value.value) !== undefined;
}

/** A NumericDate on the user's clock, in UTC, and from now. */
export function ClaimTime({ seconds, now }: { seconds: number; now: ReadonlySignal<number> }) {
  const moment = formatMoment(seconds);
  if (moment === undefined) return null;
  return (
    <time class="moment" dateTime={moment.iso}>
      <span>{moment.local}</span>
      <span>{moment.utc}</span>
      <span>{formatRelative(seconds, now.value)}</span>
    </time>
  );
}
