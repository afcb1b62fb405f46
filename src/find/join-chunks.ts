import { type ChunkName, readChunkName, writeChunkName } from './chunk-name.ts';
import { nameSlot } from './name-slot.ts';

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** A value as its writer had it. */
export interface JoinedValue extends NamedValue {
  /** How many chunks it was cut into, as far as their names tell; 0 when it stood whole. */
  readonly chunks: number;
  /** Names of the entries in `value`, in order. */
  readonly parts: readonly string[];
  /** Name of the first chunk that is not there: `value` ends before it. */
  readonly missing?: string;
}

interface Group {
  readonly name: ChunkName;
  readonly byNumber: Map<number, NamedValue>;
}

/** How text begins that is whole by itself: a later chunk that does belongs to no writer that is not known. */
const BEGINNING = /^(?:eyJ|ewog|[{["]|%7B|%22|%5B|Bearer )/i;
/** ASP.NET Core's ChunkingCookieManager; the colon is Katana's. */
const ASPNET = /^chunks[-:]([1-9]\d{0,2})$/;

/**
 * Values that were cut to fit into cookies or storage, put together: `name.0`, `name__0`, `kinde-name0` and ASP.NET
 * Core's `name` = `chunks-2` with `nameC1`, `nameC2`. Joined by number until one is missing; what stands behind the gap
 * is told of as it is, too. Where the bare name has a value that one counts, and its chunks stay as they are. All else
 * passes through, in order; a joined value stands where its first entry stood. The entries are those of one place: one storage area, or the cookies of one request. Linear.
 */
export function joinChunks(entries: readonly NamedValue[]): JoinedValue[] {
  const first = new Map<string, NamedValue>();
  for (const entry of entries) if (!first.has(entry.name)) first.set(entry.name, entry);
  const groups = groupByBase(first.values());
  const joined = new Map<NamedValue, Joined>();
  for (const group of groups) join(numbered(group), [...group.byNumber.values()], joined);
  for (const entry of first.values()) joinAspnet(entry, first, joined);
  return placeAll(entries, joined);
}

/** What an entry was joined into; not a part of it where it stands behind the gap. */
interface Joined {
  readonly value: JoinedValue;
  readonly isPart: boolean;
}

function placeAll(entries: readonly NamedValue[], joined: ReadonlyMap<NamedValue, Joined>): JoinedValue[] {
  const told = new Set<JoinedValue>();
  return entries.flatMap((entry) => {
    const into = joined.get(entry);
    const itself: JoinedValue[] = into?.isPart === true ? [] : [{ name: entry.name, value: entry.value, chunks: 0, parts: [entry.name] }];
    if (into === undefined || told.has(into.value)) return itself;
    told.add(into.value);
    return [into.value, ...itself];
  });
}

function groupByBase(entries: Iterable<NamedValue>): Group[] {
  const groups = new Map<string, Group>();
  const whole = new Set<string>();
  for (const entry of entries) {
    const name = readChunkName(entry.name);
    if (entry.value !== '') whole.add(entry.name);
    if (name === undefined) continue;
    const key = `${name.separator} ${name.base}`;
    const group = groups.get(key) ?? { name, byNumber: new Map() };
    groups.set(key, group);
    group.byNumber.set(name.number, entry);
  }
  return [...groups.values()].filter((group) => !whole.has(group.name.base) && isCutByItsWriter(group));
}

/** Names of known SDKs always. Others may be a list of whole values: those begin at 0 and go on in the middle. */
function isCutByItsWriter({ name, byNumber }: Group): boolean {
  if (isKnown(writeChunkName(name, 0))) return true;
  return byNumber.has(0) && byNumber.size > 1 && [...byNumber].every(([number, { value }]) => number === 0 || !BEGINNING.test(value));
}

function isKnown(name: string): boolean {
  return nameSlot(name, { area: 'cookie' }) !== undefined || nameSlot(name, { area: 'local' }) !== undefined;
}

interface Chunks {
  readonly base: string;
  readonly count: number;
  chunk(index: number): NamedValue | undefined;
  nameOf(index: number): string;
}

function numbered({ name, byNumber }: Group): Chunks {
  const count = Math.max(...byNumber.keys()) + 1;
  return { base: name.base, count, chunk: (index) => byNumber.get(index), nameOf: (index) => writeChunkName(name, index) };
}

function joinAspnet(entry: NamedValue, entries: ReadonlyMap<string, NamedValue>, joined: Map<NamedValue, Joined>): void {
  const count = Number(ASPNET.exec(entry.value)?.[1] ?? 0);
  if (count === 0) return;
  const nameOf = (index: number) => `${entry.name}C${index + 1}`;
  const chunks = Array.from({ length: count }, (_unused, index) => entries.get(nameOf(index)));
  join({ base: entry.name, count, chunk: (index) => chunks[index], nameOf }, [entry, ...chunks.filter((chunk) => chunk !== undefined)], joined);
}

function join(chunks: Chunks, members: readonly NamedValue[], joined: Map<NamedValue, Joined>): void {
  const taken: NamedValue[] = [];
  for (let chunk = chunks.chunk(0); chunk !== undefined && taken.length < chunks.count; chunk = chunks.chunk(taken.length)) taken.push(chunk);
  const parts = new Set(taken);
  const missing = taken.length < chunks.count ? { missing: chunks.nameOf(taken.length) } : {};
  const value = { name: chunks.base, value: taken.map((chunk) => chunk.value).join(''), chunks: chunks.count, parts: taken.map((chunk) => chunk.name), ...missing };
  for (const member of members) joined.set(member, { value, isPart: member.name === chunks.base || parts.has(member) });
}
