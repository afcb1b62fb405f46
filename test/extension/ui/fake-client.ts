import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../../extension/shared/client.ts';
import { type Inspection, NO_TRUST, type Push, type TabView, type TokenEntry, type Trust } from '../../../extension/shared/messages.ts';
import { installMessages } from '../../../extension/ui/i18n.ts';
import { decodeToken, exportTokens, type Sighting, summarizeToken, verifyToken, parseKey } from '../../../src/index.ts';

export function installLocale(locale: 'en' | 'ko'): void {
  const file = join(import.meta.dirname, `../../../extension/public/_locales/${locale}/messages.json`);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  installMessages((key) => messages[key]?.message ?? '', locale);
}

export interface FakeClient extends Client {
  readonly calls: { copied: string[]; saved: [string, string][]; watched: string[][]; reloaded: number[]; trusts: [string, Trust][] };
  view: TabView;
  push(push: Push): void;
}

const sighting: Omit<Sighting, 'tokenId'> = {
  witness: 'page',
  slot: { type: 'storage', area: 'local', origin: 'http://localhost:1', key: 'demo.accessToken' },
  path: '',
  wrappers: [],
  frameId: 0,
  origin: 'http://localhost:1',
  firstSeen: 1_000,
  lastSeen: 2_000,
};

export function entryOf(id: string, text: string, change: Partial<TokenEntry> = {}): TokenEntry {
  const decoded = decodeToken(text);
  return { id, kind: decoded.kind, summary: summarizeToken(decoded), firstSeen: 1, lastSeen: 2, sightings: [{ ...sighting, tokenId: id }], ...change };
}

/** A client without a browser: real tokens, decoded and verified by the real library, in memory. */
export function createFakeClient(texts: Record<string, string>, now: () => number, change: Partial<TabView> = {}): FakeClient {
  let listener: (push: Push) => void = () => {};
  const calls: FakeClient['calls'] = { copied: [], saved: [], watched: [], reloaded: [], trusts: [] };
  const inspect = async (text: string, trust: Trust): Promise<Inspection> => {
    const { keys, problems } = trust.keyText === '' ? { keys: [], problems: [] } : await parseKey(trust.keyText);
    const { segments, ...decoded } = decodeToken(text);
    return {
      decoded: { ...decoded, segments: segments.map(({ bytes: _bytes, ...segment }) => ({ ...segment, hex: undefined, omitted: 0 })) },
      verdict: await verifyToken(text, { keys, keyProblems: problems, expectations: {}, now: now() }),
      keyProblems: problems,
    };
  };
  const client: FakeClient = {
    calls,
    view: {
      tabId: 1,
      site: 'http://localhost:1',
      access: 'watched',
      fromStart: true,
      everywhere: false,
      tokens: Object.entries(texts).map(([id, text]) => entryOf(id, text)),
      dropped: 0,
      trust: NO_TRUST,
      ...change,
    },
    push: (push) => listener(push),
    background: {
      readTab: () => Promise.resolve(client.view),
      viewTab: () => Promise.resolve({ ...client.view, fromStart: undefined }),
      inspectToken: (id, trust) => (texts[id] === undefined ? Promise.resolve(undefined) : inspect(texts[id], trust)),
      saveTrust: (site, trust) => Promise.resolve(void calls.trusts.push([site, trust])),
      exportToken: (id, include) => Promise.resolve(texts[id] === undefined ? undefined : exportTokens([texts[id]], { format: 'json', include })),
      clearTab: () => Promise.resolve(void (client.view = { ...client.view, tokens: [] })),
    },
    onPush: (added) => void (listener = added),
    watch: (patterns) => Promise.resolve(calls.watched.push([...patterns]) > 0),
    unwatch: () => Promise.resolve(),
    reloadTab: (tabId) => Promise.resolve(void calls.reloaded.push(tabId)),
    copy: (text) => Promise.resolve(void calls.copied.push(text)),
    save: (text, name) => void calls.saved.push([text, name]),
  };
  return client;
}
