import { anything, assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_HEADER, parsePageReport } from '../../../extension/shared/page-events.ts';

const request = { type: 'request', method: 'GET', url: '/me', authorization: 'Bearer x' };
const snapshot = { type: 'snapshot', origin: 'https://a.example', cookies: '', bridged: true, storage: [{ area: 'local', key: 'k', value: 'v' }] };

describe('parsePageReport', () => {
  it('copies the known members of a report and nothing else', () => {
    expect(parsePageReport({ ...request, extra: 1, tabId: 9 })).toEqual(request);
    expect(parsePageReport({ ...snapshot, extra: 1 })).toEqual(snapshot);
  });

  it.each([
    ['null', null],
    ['a string', 'request'],
    ['an unknown type', { ...request, type: 'export' }],
    ['a number for a text', { ...request, url: 5 }],
    ['a header over the limit', { ...request, authorization: 'x'.repeat(MAX_HEADER + 1) }],
    ['storage that is no array', { ...snapshot, storage: {} }],
  ])('refuses %s', (_name, value) => {
    expect(parsePageReport(value)).toBeUndefined();
  });

  it('leaves out storage entries that are none', () => {
    const storage = [null, { area: 'disk', key: 'k', value: 'v' }, { area: 'local', key: 'k', value: 1 }, snapshot.storage[0]];
    expect(parsePageReport({ ...snapshot, storage })).toEqual(snapshot);
  });

  it('never throws and only lets reports through', () => {
    assert(
      property(anything(), (value) => {
        const report = parsePageReport(value);
        expect(report === undefined || report.type === 'request' || report.type === 'snapshot').toBe(true);
      }),
    );
  });
});
