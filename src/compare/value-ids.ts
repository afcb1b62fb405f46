import type { JsonNode } from '../types.ts';

/** Lists in which the place of an item means something: certificates, statements of a chain, Clerk's pair of ages. */
const ORDERED_LISTS: ReadonlySet<string> = new Set(['x5c', 'trust_chain', 'peer_trust_chain', 'fva']);

/** Lists of texts and objects are sets in all claims but those; numbers in a list are a tuple, as in a GeoJSON position. */
export function isOrdered(name: string, items: readonly JsonNode[]): boolean {
  return ORDERED_LISTS.has(name) || items.some(({ type }) => type === 'number');
}

/**
 * Gives equal values the same number, in time linear in their size (but for sorting): each value is named by the numbers
 * of its parts. The order of members, and of the items of lists that are sets, makes no difference. Numbers are equal if
 * they are written alike, so that big integers that one double would merge stay apart; texts are compared decoded.
 */
export class ValueIds {
  readonly #ids = new Map<string, number>();
  readonly #known = new WeakMap<JsonNode, number>();

  /** `name` is the member under which the value stands. */
  idOf(node: JsonNode, name: string): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const id = this.#intern(this.#keyOf(node, name));
    this.#known.set(node, id);
    return id;
  }

  #intern(key: string): number {
    const id = this.#ids.get(key) ?? this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }

  #keyOf(node: JsonNode, name: string): string {
    if (node.type === 'string') return `string ${node.value}`;
    if (node.type === 'array') {
      const ids = node.items.map((item) => this.idOf(item, ''));
      return isOrdered(name, node.items) ? `tuple ${ids.join()}` : `set ${ids.sort((a, b) => a - b).join()}`;
    }
    if (node.type !== 'object') return `${node.type} ${node.source}`;
    const members = node.members.map((member) => ({ name: this.#intern(`name ${member.name}`), value: this.idOf(member.value, member.name) }));
    // A stable sort: values under one name keep their order.
    return `object ${members.sort((a, b) => a.name - b.name).map((member) => `${member.name}:${member.value}`).join()}`;
  }
}
