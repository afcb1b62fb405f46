import { MAX_DEPTH } from '../decode/json-walker.ts';
import type { JsonMember, JsonNode } from '../types.ts';
import { disclosureProblem, type SdJwtProblem } from './disclosure.ts';
import { stepTo } from './json-path.ts';
import type { DisclosureContent } from './read-disclosure.ts';

/** More are not worth a line each. */
const MAX_PROBLEMS = 1_000;
/** RFC 9901 sections 4.1.1 and 4.2.1. */
const RESERVED: ReadonlySet<string> = new Set(['_sd', '...', '_sd_alg']);

export interface DigestedDisclosure extends DisclosureContent {
  readonly digest: string;
}

export interface ProcessedPayload {
  readonly payload: JsonNode;
  /** Where each disclosure came to stand, by its index. */
  readonly paths: ReadonlyMap<number, string>;
  /** Digests that no disclosure belongs to: claims kept back, and decoys, which cannot be told apart. */
  readonly undisclosed: number;
  readonly problems: readonly SdJwtProblem[];
}

/**
 * The payload as a verifier sees it: digests replaced by what is disclosed, the rest of them removed, `_sd_alg` too.
 * RFC 9901 section 7.1 step 3. Every disclosure is used at most once, so the work is linear.
 */
export function processPayload(payload: JsonNode, disclosures: readonly DigestedDisclosure[]): ProcessedPayload {
  return new PayloadProcessor(disclosures).process(payload);
}

class PayloadProcessor {
  readonly #disclosures: readonly DigestedDisclosure[];
  readonly #byDigest = new Map<string, number>();
  readonly #seen = new Set<string>();
  /** Those that a digest stands for, placed or not. */
  readonly #referenced = new Set<number>();
  readonly #paths = new Map<number, string>();
  readonly #problems: SdJwtProblem[] = [];
  #undisclosed = 0;

  constructor(disclosures: readonly DigestedDisclosure[]) {
    this.#disclosures = disclosures;
    for (const [index, { digest }] of disclosures.entries()) {
      if (this.#byDigest.has(digest)) this.#refuse(index, 'sd-digest-repeated', 'expected a disclosure that does not stand in the text already');
      else this.#byDigest.set(digest, index);
    }
  }

  process(root: JsonNode): ProcessedPayload {
    const payload = this.#visit(root, '$', 0);
    for (const index of this.#byDigest.values()) {
      if (!this.#referenced.has(index)) this.#report(disclosureProblem(index, { code: 'sd-disclosure-unused', message: 'no digest stands for it, so the issuer did not sign it' }));
    }
    return { payload, paths: this.#paths, undisclosed: this.#undisclosed, problems: this.#problems };
  }

  #visit(node: JsonNode, path: string, depth: number): JsonNode {
    if (node.type === 'object') return { type: 'object', members: this.#visitMembers(node.members, path, depth) };
    if (node.type !== 'array') return node;
    const items: JsonNode[] = [];
    for (const item of node.items) {
      const at = `${path}[${items.length}]`;
      const digest = this.#digestOfElement(item);
      const kept = digest === undefined ? this.#visit(item, at, depth + 1) : this.#discloseElement(digest, at, depth + 1);
      if (kept !== undefined) items.push(kept);
    }
    return { type: 'array', items };
  }

  #visitMembers(members: readonly JsonMember[], path: string, depth: number): JsonMember[] {
    const kept: JsonMember[] = [];
    const digests: string[] = [];
    for (const member of members) {
      const { name, value } = member;
      if (name === '_sd') for (const digest of this.#digestsOf(value)) digests.push(digest);
      else if (name === '...') this.#misused('"..." alone in an object that is an element of an array');
      else if (name === '_sd_alg') this.#checkAlgorithmPlace(depth);
      else kept.push({ ...member, value: this.#visit(value, path + stepTo(name), depth + 1) });
    }
    const names = new Set(kept.map(({ name }) => name));
    for (const digest of digests) {
      const member = this.#discloseMember(digest, names, path, depth + 1);
      if (member !== undefined) kept.push(member);
    }
    return kept;
  }

  #checkAlgorithmPlace(depth: number): void {
    if (depth > 0) this.#misused('"_sd_alg" at the top level only');
  }

  #digestsOf(node: JsonNode): string[] {
    const digests = node.type === 'array' ? node.items.flatMap((item) => (item.type === 'string' ? [item.value] : [])) : [];
    if (node.type !== 'array' || digests.length < node.items.length) this.#misused('"_sd" to be an array of strings');
    return digests;
  }

  /** The digest in `{"...": digest}`; undefined for any other element. */
  #digestOfElement(item: JsonNode): string | undefined {
    const [member, ...others] = item.type === 'object' ? item.members : [];
    return member?.name === '...' && others.length === 0 && member.value.type === 'string' ? member.value.value : undefined;
  }

  #discloseElement(digest: string, path: string, depth: number): JsonNode | undefined {
    const found = this.#take(digest, depth);
    if (found?.disclosure.value === undefined) return undefined;
    if (found.disclosure.name !== undefined) return this.#refuse(found.index, 'sd-disclosure', 'expected [salt, value], as its digest is an element of an array');
    this.#paths.set(found.index, path);
    return this.#visit(found.disclosure.value, path, depth);
  }

  #discloseMember(digest: string, names: Set<string>, parent: string, depth: number): JsonMember | undefined {
    const found = this.#take(digest, depth);
    if (found?.disclosure.value === undefined) return undefined;
    const { index, disclosure } = found;
    const { name, nameSource, value } = disclosure;
    if (name === undefined || nameSource === undefined || value === undefined) {
      return this.#refuse(index, 'sd-disclosure', 'expected [salt, name, value], as its digest is in "_sd"');
    }
    if (RESERVED.has(name)) return this.#refuse(index, 'sd-reserved-name', `expected another name than "${name}"`);
    if (names.has(name)) return this.#refuse(index, 'sd-name-collision', 'expected a name that does not stand in its object already');
    names.add(name);
    const path = parent + stepTo(name);
    this.#paths.set(index, path);
    return { name, nameSource, value: this.#visit(value, path, depth), duplicate: false };
  }

  /** The disclosure of a digest, the first time that the digest is met. */
  #take(digest: string, depth: number): { readonly index: number; readonly disclosure: DigestedDisclosure } | undefined {
    if (this.#seen.has(digest)) {
      this.#report({ code: 'sd-digest-repeated', segment: 'payload', message: 'the payload: expected a digest that does not stand in it already' });
      return undefined;
    }
    this.#seen.add(digest);
    const index = this.#byDigest.get(digest) ?? -1;
    const disclosure = this.#disclosures[index];
    if (disclosure === undefined) {
      this.#undisclosed += 1;
      return undefined;
    }
    this.#referenced.add(index);
    // Disclosures in disclosures could be nested as deep as there are disclosures.
    if (depth + depthOf(disclosure.value) > MAX_DEPTH) return this.#refuse(index, 'json-depth', `would be nested more than ${MAX_DEPTH} levels deep`);
    return { index, disclosure };
  }

  #misused(expected: string): void {
    this.#report({ code: 'sd-reserved-name', segment: 'payload', message: `the payload: expected ${expected}` });
  }

  #refuse(index: number, code: SdJwtProblem['code'], message: string): undefined {
    this.#report(disclosureProblem(index, { code, message }));
    return undefined;
  }

  #report(problem: SdJwtProblem): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }
}

/** Levels of containers; at most 100, as the scanner gives no deeper ones. */
function depthOf(node: JsonNode | undefined): number {
  if (node?.type === 'object') return 1 + node.members.reduce((deepest, { value }) => Math.max(deepest, depthOf(value)), 0);
  if (node?.type === 'array') return 1 + node.items.reduce((deepest, item) => Math.max(deepest, depthOf(item)), 0);
  return 0;
}
