import { LAST_DATE, NUMERIC_DATE_CLAIMS } from '../decode/check-claims.ts';
import type { JsonNode } from '../types.ts';
import { compareLists } from './compare-lists.ts';
import type { Change, PartComparison, TimeShift } from './comparison.ts';
import { pathOf } from './json-path.ts';
import { ValueIds } from './value-ids.ts';

/** Most changes that are listed for a part. */
export const MAX_CHANGES = 1000;

/** `toe` is RFC 8417 section 2.2. */
const DATES: ReadonlySet<string> = new Set([...NUMERIC_DATE_CLAIMS, 'toe']);

type Values = Pick<Change, 'older' | 'newer'>;

/** Compares two JSON values member by member. Linear in their size, but for sorting; never deeper than they are. */
export function compareValues(older: JsonNode, newer: JsonNode): Pick<PartComparison, 'changes' | 'omitted' | 'unchanged'> {
  return new Comparer().compare(older, newer);
}

class Comparer {
  readonly #ids = new ValueIds();
  readonly #changes: Change[] = [];
  #omitted = 0;
  #unchanged = 0;

  compare(older: JsonNode, newer: JsonNode) {
    this.#compareOne([], older, newer);
    return { changes: this.#changes, omitted: this.#omitted, unchanged: this.#unchanged };
  }

  #compareName(names: readonly string[], older: readonly JsonNode[], newer: readonly JsonNode[]): void {
    const values = { older, newer };
    const [before] = older;
    const [after] = newer;
    if (before === undefined) this.#tell(names, { code: 'added' }, values);
    else if (after === undefined) this.#tell(names, { code: 'removed' }, values);
    else if (older.length === 1 && newer.length === 1) this.#compareOne(names, before, after);
    else if (!this.#areSame(names, values)) this.#tell(names, { code: 'duplicates-changed' }, values);
    else this.#keep(names);
  }

  #compareOne(names: readonly string[], older: JsonNode, newer: JsonNode): void {
    const name = names.at(-1) ?? '';
    const values = { older: [older], newer: [newer] };
    const isRoot = names.length === 0;
    if (!isRoot && this.#areSame(names, values)) return this.#keep(names);
    if (older.type === 'object' && newer.type === 'object') return this.#compareMembers(names, older, newer);
    if (isRoot && this.#areSame(names, values)) return;
    const shift = names.length === 1 && DATES.has(name) ? shiftOf(older, newer) : undefined;
    if (shift !== undefined) return this.#tell(names, { code: 'date-moved', shift }, values);
    const list = compareLists(name, older, newer, this.#ids);
    return list === 'same' ? this.#keep(names) : this.#tell(names, list ?? { code: 'changed' }, values);
  }

  #compareMembers(names: readonly string[], older: JsonNode, newer: JsonNode): void {
    const before = groupMembers(older);
    const after = groupMembers(newer);
    for (const [name, values] of before) this.#compareName([...names, name], values, after.get(name) ?? []);
    for (const [name, values] of after) if (!before.has(name)) this.#compareName([...names, name], [], values);
  }

  #areSame(names: readonly string[], { older, newer }: Values): boolean {
    const name = names.at(-1) ?? '';
    return older.length === newer.length && older.every((node, index) => this.#ids.idOf(node, name) === this.#ids.idOf(newer[index] ?? node, name));
  }

  #keep(names: readonly string[]): void {
    if (names.length === 1) this.#unchanged += 1;
  }

  #tell(names: readonly string[], change: Omit<Change, 'path' | 'older' | 'newer'>, values: Values): void {
    if (this.#changes.length < MAX_CHANGES) this.#changes.push({ ...change, path: pathOf(names), ...values });
    else this.#omitted += 1;
  }
}

/** A Map, since a token may hold a member `__proto__`. */
function groupMembers(node: JsonNode): Map<string, JsonNode[]> {
  const groups = new Map<string, JsonNode[]>();
  for (const { name, value } of node.type === 'object' ? node.members : []) {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}

/** Undefined where one of them is no date, or both are the same moment written differently. */
function shiftOf(older: JsonNode, newer: JsonNode): TimeShift | undefined {
  if (older.type !== 'number' || newer.type !== 'number') return undefined;
  if (Math.abs(older.value) > LAST_DATE || Math.abs(newer.value) > LAST_DATE) return undefined;
  const seconds = Math.round((newer.value - older.value) * 1000) / 1000;
  return seconds === 0 ? undefined : { seconds: Math.abs(seconds), direction: seconds > 0 ? 'later' : 'earlier' };
}
