import type { OpaqueGuess, TokenKind, Wrapper } from './types.ts';

/** Who saw a token: the browser itself (webRequest, cookies API), or a script in a page that may lie. */
export type Witness = 'browser' | 'page';

/** Where a token lives or travels. Two sightings in one slot are the same place. */
export type Slot =
  | { readonly type: 'header'; readonly name: string; readonly origin: string }
  | { readonly type: 'cookie'; readonly name: string; readonly domain: string; readonly path: string; readonly httpOnly: boolean; readonly partition: string }
  | { readonly type: 'storage'; readonly area: 'local' | 'session'; readonly origin: string; readonly key: string };

/** A text that was seen, before anyone looked for tokens in it. `at` is milliseconds since the epoch. */
export interface Observation {
  readonly text: string;
  readonly witness: Witness;
  readonly slot: Slot;
  readonly tabId: number;
  readonly frameId: number;
  /** Origin of the document that holds or sends the text; `''` when the browser does not tell. */
  readonly origin: string;
  /** Only for requests: method and URL without query and fragment, which may hold secrets of their own. */
  readonly request?: { readonly method: string; readonly url: string };
  readonly at: number;
}

/** One token in one slot, as one witness saw it in one tab and frame. Times are milliseconds since the epoch. */
export interface Sighting {
  readonly tokenId: string;
  readonly witness: Witness;
  readonly slot: Slot;
  /** JSON path inside the slot's text, `''` when the text held no JSON. */
  readonly path: string;
  readonly wrappers: readonly Wrapper[];
  readonly frameId: number;
  readonly origin: string;
  readonly request?: { readonly method: string; readonly url: string };
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** A token as it is kept: the compact text and never its decoded content. */
export interface StoredToken {
  /** SHA-256 of `text`, lower-case hex. */
  readonly id: string;
  readonly text: string;
  readonly kind: TokenKind;
  readonly guess?: OpaqueGuess;
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** One text for each slot. Not JSON of the object: Chromium's storage gives members back in another order. */
export function slotKey(slot: Slot): string {
  switch (slot.type) {
    case 'header':
      return JSON.stringify(['header', slot.name, slot.origin]);
    case 'cookie':
      return JSON.stringify(['cookie', slot.name, slot.domain, slot.path, slot.partition]);
    case 'storage':
      return JSON.stringify(['storage', slot.area, slot.origin, slot.key]);
    default:
      return slot satisfies never;
  }
}
