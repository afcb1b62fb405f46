/** What the page's side may report, and the parser that everything hostile has to pass. */

/** An Authorization header a script of the page gave to fetch or XMLHttpRequest. `url` may be relative. */
export interface RequestReport {
  readonly type: 'request';
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
}

/** The storage and script-visible cookies of one document. */
export interface SnapshotReport {
  readonly type: 'snapshot';
  readonly origin: string;
  readonly storage: readonly StorageEntry[];
  /** `document.cookie`. */
  readonly cookies: string;
  /** Whether the bridge was in this document: without it, recording did not begin with the page. */
  readonly bridged: boolean;
}

/** Set on the global object of the isolated world, which the page cannot see. */
export const BRIDGE_MARK = 'claimcheckBridge';

export interface StorageEntry {
  readonly area: 'local' | 'session';
  readonly key: string;
  readonly value: string;
}

export type PageReport = RequestReport | SnapshotReport;

/** Longest header value taken, in UTF-16 units. */
export const MAX_HEADER = 65_536;
/** Longest storage value taken, in UTF-16 units. */
export const MAX_VALUE = 1_048_576;
const MAX_NAME = 4_096;
const MAX_ENTRIES = 10_000;

/** The report in `value`, or undefined when it is not one. Copies only the known members. */
export function parsePageReport(value: unknown): PageReport | undefined {
  if (!isRecord(value)) return undefined;
  if (value['type'] === 'request') return parseRequestReport(value);
  if (value['type'] === 'snapshot') return parseSnapshotReport(value);
  return undefined;
}

function parseRequestReport({ method, url, authorization }: Record<string, unknown>): RequestReport | undefined {
  if (!isText(method, MAX_NAME) || !isText(url, MAX_VALUE) || !isText(authorization, MAX_HEADER)) return undefined;
  return { type: 'request', method, url, authorization };
}

function parseSnapshotReport({ origin, storage, cookies, bridged }: Record<string, unknown>): SnapshotReport | undefined {
  if (!isText(origin, MAX_NAME) || !isText(cookies, MAX_VALUE) || !Array.isArray(storage)) return undefined;
  const entries = storage.slice(0, MAX_ENTRIES).map(parseStorageEntry);
  return { type: 'snapshot', origin, cookies, bridged: bridged === true, storage: entries.filter((entry) => entry !== undefined) };
}

function parseStorageEntry(value: unknown): StorageEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { area, key, value: text } = value;
  if ((area !== 'local' && area !== 'session') || !isText(key, MAX_NAME) || !isText(text, MAX_VALUE)) return undefined;
  return { area, key, value: text };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length <= limit;
}
