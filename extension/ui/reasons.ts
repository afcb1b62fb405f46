/** The sentence for a light or a problem: looked up by its stable code, filled with its evidence. */
import type { Problem, Verdict } from '../../src/index.ts';
import { isolate, messageFor, type MessageKey, t } from './i18n.ts';
import { formatMoment } from './time.ts';

/** Values that are NumericDates; every other value is a text from the token or the user. */
const TIMES: ReadonlySet<string> = new Set(['exp', 'nbf']);

export function reasonText(verdict: Verdict, name: keyof Verdict): string {
  const { reason, values } = verdict[name];
  const shown = Object.entries(values).map(([key, value]) => [key, showValue(key, value)] as const);
  const key = name === 'signature' ? verdict.signature.key : undefined;
  const reading = key === undefined ? {} : { reading: t(`reading_${key.reading.replace('-', '_')}` as MessageKey) };
  return messageFor('reason', reason, { ...Object.fromEntries(shown), ...reading }) ?? reason;
}

function showValue(name: string, value: string): string {
  if (name === 'needs') return messageFor('needs', value, {}) ?? value;
  const moment = TIMES.has(name) ? formatMoment(Number(value)) : undefined;
  return moment === undefined ? isolate(value) : moment.local;
}

/** What and where. The library's own sentence is the most precise one; elsewhere it stands behind the translated one. */
export function problemText({ code, segment, offset, message }: Problem): string {
  if (t('language') === 'en') return capitalize(message);
  const where = segment === undefined ? '' : `${t(`segment_${segment.replace('-', '_')}` as MessageKey)}${offset === undefined ? '' : t('atCharacter', { offset: offset + 1 })}: `;
  const translated = messageFor('problem', code, {});
  return translated === undefined ? message : `${where}${translated} (${message})`;
}

function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
