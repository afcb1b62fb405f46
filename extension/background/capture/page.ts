/** What the page's side shows: storage, script-visible cookies, and the headers its scripts set. Only a witness. */
import type { Observation } from '../../../src/index.ts';
import { readPage } from '../../shared/read-page.ts';
import { browser } from '../../shared/browser.ts';
import { type PageReport, parsePageReport, type SnapshotReport } from '../../shared/page-events.ts';

/** Where a report came from, as the browser says it: nothing of this is taken from the page. */
export interface ReportSource {
  readonly tabId: number;
  readonly frameId: number;
  readonly origin: string;
}

export interface PageReading {
  readonly observations: readonly Observation[];
  /** Origins of the tab's frames that could be read. */
  readonly origins: readonly string[];
  /** Whether the page was watched from its first line on. */
  readonly fromStart: boolean;
}

/** Reads every frame of a tab that the click on the icon, or a granted host, opens to us. */
export async function readFrames(tabId: number, at: number): Promise<PageReading> {
  const results = await injectReader(tabId);
  const frames = results.flatMap(({ frameId, result }) => {
    const report = parsePageReport(result);
    return report?.type === 'snapshot' ? [{ frameId, report }] : [];
  });
  return {
    observations: frames.flatMap(({ frameId, report }) => observeReport(report, { tabId, frameId, origin: report.origin }, at)),
    origins: [...new Set(frames.map(({ report }) => report.origin))],
    fromStart: frames.some(({ frameId, report }) => frameId === 0 && report.bridged),
  };
}

async function injectReader(tabId: number): Promise<{ frameId: number; result?: unknown }[]> {
  try {
    return await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: readPage });
  } catch {
    // The browser's own pages, stores, and tabs that nothing was granted for.
    return [];
  }
}

export function observeReport(report: PageReport, source: ReportSource, at: number): Observation[] {
  if (report.type === 'snapshot') return observeSnapshot(report, source, at);
  if (!URL.canParse(report.url)) return [];
  const target = new URL(report.url);
  return [
    {
      ...source,
      text: report.authorization,
      witness: 'page',
      slot: { type: 'header', name: 'Authorization', origin: target.origin },
      request: { method: report.method.toUpperCase(), url: target.origin + target.pathname },
      at,
    },
  ];
}

function observeSnapshot({ storage, cookies }: SnapshotReport, source: ReportSource, at: number): Observation[] {
  const stored = storage.map(
    ({ area, key, value }): Observation => ({
      ...source,
      text: value,
      witness: 'page',
      slot: { type: 'storage', area, origin: source.origin, key },
      at,
    }),
  );
  return [...stored, ...observeCookieString(cookies, source, at)];
}

/** `document.cookie` gives name and value only, RFC 6265 section 4.2.1. */
function observeCookieString(cookies: string, source: ReportSource, at: number): Observation[] {
  return cookies.split(';').flatMap((pair): Observation[] => {
    const equals = pair.indexOf('=');
    if (equals < 0) return [];
    const name = pair.slice(0, equals).trim();
    const domain = URL.canParse(source.origin) ? new URL(source.origin).hostname : '';
    const slot = { type: 'cookie' as const, name, domain, path: '', httpOnly: false, partition: '' };
    return [{ ...source, text: pair.slice(equals + 1).trim(), witness: 'page', slot, at }];
  });
}
