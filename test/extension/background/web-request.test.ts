import { describe, expect, it, vi } from 'vitest';
import { observeRequest } from '../../../extension/background/capture/web-request.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const details = {
  requestId: '1',
  url: 'https://api.example.com/me?code=SECRET#frag',
  method: 'GET',
  frameId: 3,
  parentFrameId: 0,
  tabId: 7,
  type: 'xmlhttprequest' as const,
  timeStamp: 0,
  thirdParty: false,
};

describe('observeRequest', () => {
  it('takes the Authorization header in any case, and the URL without its query', () => {
    const requestHeaders = [{ name: 'accept', value: '*/*' }, { name: 'aUTHORIZATION', value: 'Bearer abc' }];
    expect(observeRequest({ ...details, requestHeaders, initiator: 'https://example.com' }, 5)).toEqual([
      {
        text: 'Bearer abc',
        witness: 'browser',
        slot: { type: 'header', name: 'Authorization', origin: 'https://api.example.com' },
        tabId: 7,
        frameId: 3,
        origin: 'https://example.com',
        request: { method: 'GET', url: 'https://api.example.com/me' },
        at: 5,
      },
    ]);
  });

  it('has no origin for a sandboxed frame', () => {
    const requestHeaders = [{ name: 'Authorization', value: 'x' }];
    expect(observeRequest({ ...details, requestHeaders, initiator: 'null' }, 0)[0]?.origin).toBe('');
    expect(observeRequest({ ...details, requestHeaders }, 0)[0]?.origin).toBe('');
  });

  it('finds nothing in a request without one', () => {
    expect(observeRequest(details, 0)).toEqual([]);
    expect(observeRequest({ ...details, requestHeaders: [{ name: 'Authorization' }] }, 0)).toEqual([]);
  });
});
