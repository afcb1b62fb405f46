import { readChunkName } from './chunk-name.ts';
import { SDK_SLOTS, type SdkName, type SdkSlot, type SlotArea, type SlotPart } from './sdk-slots.ts';

export interface NamedSlot {
  readonly sdk: SdkName;
  /** What the slot holds; undefined when it holds several things, or something of the SDK's own. */
  readonly part?: SlotPart;
  /** Unit of the expiry times the SDK writes beside its tokens. The `exp` inside a JWT is always seconds. */
  readonly expiresUnit?: 's' | 'ms';
}

export interface SlotContext {
  readonly area: SlotArea;
  /** What it holds: decides between SDKs that use the same name. */
  readonly value?: string;
  /** Names of the other entries there: bare names like `access_token` are an SDK's only beside its other ones. */
  readonly siblings?: ReadonlySet<string>;
}

/** MSAL writes all scopes into its keys. */
const LONGEST_NAME = 4096;

/**
 * Which SDK keeps a cookie, a storage key or an IndexedDB database or key of that name, from what the SDKs' sources
 * write (sdk-slots.ts). Chunk numbers may stand behind a name. Undefined when unknown or ambiguous. Linear, never throws.
 */
export function nameSlot(name: string, context: SlotContext): NamedSlot | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const base = readChunkName(name)?.base;
  const found = findSlot(name, context) ?? (base === undefined ? undefined : findSlot(base, { ...context, value: undefined }));
  if (found !== undefined) return found;
  // iron-session lets the site choose the name.
  return context.area === 'cookie' && context.value?.startsWith('Fe26.2*') === true ? { sdk: 'iron-session', part: 'session' } : undefined;
}

function findSlot(name: string, context: { readonly area: SlotArea; readonly value?: string | undefined; readonly siblings?: ReadonlySet<string> }): NamedSlot | undefined {
  for (const slot of SDK_SLOTS) {
    if (!slot.areas.includes(context.area)) continue;
    const match = slot.pattern.exec(name);
    if (match !== null && fits(slot, context)) return describe(slot, match[1]?.toLowerCase());
  }
  return undefined;
}

function fits({ holds, beside }: SdkSlot, { value, siblings }: { readonly value?: string | undefined; readonly siblings?: ReadonlySet<string> }): boolean {
  if (beside !== undefined && !beside.some((name) => siblings?.has(name))) return false;
  if (holds === undefined) return true;
  if (value === undefined) return holds.orUnknown === true;
  return typeof holds.what === 'number' ? value.split('.', holds.what + 1).length === holds.what : value.includes(holds.what);
}

function describe({ sdk, part, parts, expiresUnit }: SdkSlot, captured: string | undefined): NamedSlot {
  const told = (captured === undefined ? undefined : parts?.[captured]) ?? part;
  return { sdk, ...(told === undefined ? {} : { part: told }), ...(expiresUnit === undefined ? {} : { expiresUnit }) };
}
