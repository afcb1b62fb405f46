/** Isolated world, document_start: takes what the hook and the document's storage show to the background. */
import { browser } from '../shared/browser.ts';
import type { ContentRequests } from '../shared/messages.ts';
import { BRIDGE_MARK, type PageReport, parsePageReport } from '../shared/page-events.ts';
import { createClient } from '../shared/rpc.ts';
import { CALL_EVENT, PORT_EVENT } from './handshake.ts';
import { createOutbox } from './outbox.ts';
import { readPage } from '../shared/read-page.ts';

const background = createClient<ContentRequests>('content', ['report'], (message) => browser.runtime.sendMessage(message));
// After an update or a reload of the extension this script lives on in the page without a background.
const outbox = createOutbox<PageReport>((reports) => background.report(reports), () => browser.runtime?.id === undefined);

Object.defineProperty(globalThis, BRIDGE_MARK, { value: true });
takePort();
snapshot();
addEventListener('load', snapshot);
addEventListener('pagehide', snapshot);

function takePort(): void {
  const onPort = (event: Event) => {
    const port = (event as MessageEvent).ports?.[0];
    if (port === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    removeEventListener(PORT_EVENT, onPort, true);
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => onReport(data));
    port.start();
  };
  addEventListener(PORT_EVENT, onPort, true);
  dispatchEvent(new Event(CALL_EVENT));
}

function onReport(data: unknown): void {
  const report = parsePageReport(data);
  if (report?.type !== 'request') return;
  // Only here the document's base URL is known.
  if (!URL.canParse(report.url, document.baseURI)) return;
  outbox.add({ ...report, url: new URL(report.url, document.baseURI).href });
}

function snapshot(): void {
  const report = readPage();
  if (report.storage.length > 0 || report.cookies !== '') outbox.add(report);
}
