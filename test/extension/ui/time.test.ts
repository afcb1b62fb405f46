import { afterEach, describe, expect, it } from 'vitest';
import { installMessages } from '../../../extension/ui/i18n.ts';
import { formatDuration, formatMoment, formatRelative, formatRoughly } from '../../../extension/ui/time.ts';

afterEach(() => installMessages(() => '', 'en'));

describe('durations', () => {
  it.each([
    [0, '0 sec'],
    [59.9, '59 sec'],
    [60, '1 min'],
    [272, '4 min 32 sec'],
    [3_605, '1 hr'],
    [90_061, '1 day 1 hr'],
    [63_115_200, '2 yrs'],
  ])('%d s is %s', (seconds, text) => {
    installMessages(() => '', 'en');
    expect(formatDuration(seconds)).toBe(text);
  });

  it('speaks Korean', () => {
    installMessages(() => '', 'ko');
    expect(formatDuration(272)).toBe('4분 32초');
    expect(formatRoughly(200)).toBe('3분');
  });
});

describe('moments', () => {
  it('gives UTC and a machine-readable form', () => {
    expect(formatMoment(1_300_819_380)).toMatchObject({ utc: '2011-03-22 18:43:00 UTC', iso: '2011-03-22T18:43:00.000Z' });
  });

  it('keeps the seconds of far years', () => {
    expect(formatMoment(1e12)?.utc).toBe('+033658-09-27 01:46:40 UTC');
  });

  it.each([Infinity, -Infinity, NaN, 8_640_000_000_001, 1e300])('has no date for %d', (seconds) => {
    expect(formatMoment(seconds)).toBeUndefined();
  });

  it('is relative to now', () => {
    installMessages(() => '', 'en');
    expect(formatRelative(1_000, 1_000 - 300)).toBe('in 5 min.');
    expect(formatRelative(1_000, 1_000 + 7_200)).toBe('2 hr. ago');
  });
});
