/** Authorization headers as the browser sends them: the ground truth. */
import type { Observation } from '../../../src/index.ts';
import { browser, type WebRequest } from '../../shared/browser.ts';
import { MAX_HEADER } from '../../shared/page-events.ts';

/** What the two browsers tell about a request beyond the shared part. */
type SentDetails = WebRequest.OnSendHeadersDetailsType & { initiator?: string; originUrl?: string };

export interface RequestCapture {
  /** Adds the listener anew. One that was added before a host was granted stays deaf in Chromium. */
  listen(): void;
}

export function captureRequests(record: (observations: Observation[]) => void, now: () => number): RequestCapture {
  const onSent = (details: WebRequest.OnSendHeadersDetailsType) => {
    const observations = observeRequest(details, now());
    if (observations.length > 0) record(observations);
  };
  const { onSendHeaders } = browser.webRequest;
  return {
    listen() {
      onSendHeaders.removeListener(onSent);
      onSendHeaders.addListener(onSent, { urls: ['<all_urls>'] }, ['requestHeaders']);
    },
  };
}

/** The token-bearing headers of one request. `at` in milliseconds since the epoch. */
export function observeRequest(details: SentDetails, at: number): Observation[] {
  const target = new URL(details.url);
  const headers = details.requestHeaders ?? [];
  return headers.flatMap(({ name, value }) => {
    if (name.toLowerCase() !== 'authorization' || value === undefined) return [];
    return [
      {
        text: value.slice(0, MAX_HEADER),
        witness: 'browser',
        slot: { type: 'header', name: 'Authorization', origin: target.origin },
        tabId: details.tabId,
        frameId: details.frameId,
        origin: originOf(details.initiator ?? details.documentUrl ?? details.originUrl),
        request: { method: details.method, url: target.origin + target.pathname },
        at,
      } satisfies Observation,
    ];
  });
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : '';
}
