import type { DecodedToken, Problem, Segment, Sighting, TokenKind, OpaqueGuess, TokenSummary, Verdict } from '../../src/index.ts';
import type { PageReport } from './page-events.ts';

/** The contract between Claimcheck's own contexts. One declaration gives argument, result, client and handler types. */

/** Content bridge to background. Half trusted: tab, frame and origin come from the sender, the reports are parsed again. */
export interface ContentRequests {
  /** Resolves when everything is written: the bridge keeps and repeats what was not acknowledged. */
  report(reports: readonly PageReport[]): Promise<void>;
}

/** Extension pages to background. */
export interface UiRequests {
  /** Reads what the tab lets us read now, then answers like `viewTab`. */
  readTab(tabId: number): Promise<TabView>;
  viewTab(tabId: number): Promise<TabView>;
  /** Undefined when the token is no longer kept. */
  inspectToken(tokenId: string, trust: Trust): Promise<Inspection | undefined>;
  saveTrust(site: string, trust: Trust): Promise<void>;
  exportToken(tokenId: string, include: 'claims' | 'everything'): Promise<string | undefined>;
  clearTab(tabId: number): Promise<void>;
}

/** Background to extension pages. */
export type Push = { readonly type: 'tab-changed'; readonly tabId: number } | { readonly type: 'access-changed' };

/** How much of a tab can be seen: everything; what the click on the icon opened; nothing (browser's own pages, stores). */
export type Access = 'watched' | 'active-tab' | 'closed';

export interface TabView {
  readonly tabId: number;
  /** Origin of the tab's page, `''` when the browser does not tell it. */
  readonly site: string;
  readonly access: Access;
  /** Whether all sites are watched, not this one alone. */
  readonly everywhere: boolean;
  /** Whether the page was watched from its first line on; undefined where this answer did not look. */
  readonly fromStart: boolean | undefined;
  /** Newest first. */
  readonly tokens: readonly TokenEntry[];
  /** Tokens dropped so far because the memory budget was full. */
  readonly dropped: number;
  readonly trust: Trust;
}

export interface TokenEntry {
  readonly id: string;
  readonly kind: TokenKind;
  readonly guess?: OpaqueGuess;
  readonly summary: TokenSummary;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly sightings: readonly Sighting[];
}

/** What the user typed to verify the tokens of one site. Kept in memory until the browser closes. */
export interface Trust {
  readonly keyText: string;
  readonly issuer: string;
  readonly audience: string;
}

export const NO_TRUST: Trust = { keyText: '', issuer: '', audience: '' };

/** A segment as it crosses contexts: messages are JSON in Chromium, which would turn bytes into an object. */
export type WireSegment = Omit<Segment, 'bytes'> & {
  readonly hex: string | undefined;
  /** Parts of the JSON that were left out because there are too many to show. */
  readonly omitted: number;
};

export interface Inspection {
  readonly decoded: Omit<DecodedToken, 'segments'> & { readonly segments: readonly WireSegment[] };
  readonly verdict: Verdict;
  readonly keyProblems: readonly Problem[];
}
