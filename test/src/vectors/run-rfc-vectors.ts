import type { decodeToken, parseKey, verifyToken } from '../../../src/index.ts';

export interface Library {
  readonly verifyToken: typeof verifyToken;
  readonly parseKey: typeof parseKey;
  readonly decodeToken: typeof decodeToken;
}

/** The two files of test/fixtures/vectors/rfc-extracts, parsed. */
export interface VectorFiles {
  readonly rfc7515: { readonly cases: readonly { readonly id: string; readonly compact?: string; readonly key?: object | null }[] };
  readonly rfc8037: { readonly objects: readonly object[]; readonly jws: readonly string[] };
}

/** State and reason of the signature's light, or kind and problems of the decoded token, as one text. */
export interface VectorRow {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
}

interface Case {
  readonly id: string;
  readonly token: string;
  readonly key: object | null;
  readonly expected: string;
  readonly decoded: string;
}

const MATCHES = 'pass signature-matches';
const DIFFERS = 'fail signature-differs';
const EXPECTED: readonly (readonly [prefix: string, expected: string, decoded?: string])[] = [
  ['RFC7515 A.1 ', MATCHES],
  ['RFC7515 A.2 ', MATCHES],
  ['RFC7515 A.3 ', MATCHES],
  ['RFC7515 A.4 ', MATCHES],
  ['RFC7515 A.5 ', 'fail alg-none', 'jws alg-none'],
  ['RFC7515 E ', 'fail crit-unknown', 'jws alg-none'],
];

/**
 * Runs the compact serializations of RFC 7515 and RFC 8037 through a library. Imports nothing at run time: the same
 * file runs in Node and, bundled with the library, in each browser.
 */
export async function runRfcVectors(library: Library, files: VectorFiles): Promise<VectorRow[]> {
  const rows: VectorRow[] = [];
  for (const vector of casesOf(files)) {
    rows.push({ id: vector.id, expected: vector.expected, got: await signatureOf(library, vector) });
    rows.push({ id: `${vector.id}, decoded`, expected: vector.decoded, got: decodedOf(library, vector.token) });
    if (vector.expected !== MATCHES) continue;
    for (const bit of bitsToFlip(vector.token)) {
      const flipped = { ...vector, token: flipSignatureBit(vector.token, bit) };
      rows.push({ id: `${vector.id}, signature bit ${bit} flipped`, expected: DIFFERS, got: await signatureOf(library, flipped) });
    }
  }
  return rows;
}

/** A case that the files lack is a row that cannot be met, never one that is left out. */
function casesOf({ rfc7515, rfc8037 }: VectorFiles): Case[] {
  const jws = EXPECTED.map(([prefix, expected, decoded = 'jws']) => {
    const found = rfc7515.cases.find(({ id }) => id.startsWith(prefix));
    return { id: found?.id ?? `${prefix}is missing`, token: found?.compact ?? '', key: found?.key ?? null, expected, decoded };
  });
  const key = rfc8037.objects.find((object) => 'crv' in object && object.crv === 'Ed25519' && !('d' in object)) ?? null;
  return [...jws, { id: 'RFC8037 A.4 EdDSA', token: rfc8037.jws[0] ?? '', key, expected: MATCHES, decoded: 'jws' }];
}

async function signatureOf({ parseKey, verifyToken }: Library, { token, key }: Case): Promise<string> {
  const parsed = key === null ? { keys: [], problems: [] } : await parseKey(JSON.stringify(key));
  const { signature } = await verifyToken(token, { keys: parsed.keys, keyProblems: parsed.problems, now: 1_300_819_379 });
  return `${signature.state} ${signature.reason}`;
}

function decodedOf({ decodeToken }: Library, token: string): string {
  const { kind, problems } = decodeToken(token);
  return [kind, ...problems.map(({ code }) => code)].join(' ');
}

/** First, middle and last bit of the signature. */
function bitsToFlip(token: string): number[] {
  const bits = signatureBytes(token).length * 8;
  return [0, Math.floor(bits / 2), bits - 1];
}

function flipSignatureBit(token: string, bit: number): string {
  const bytes = signatureBytes(token);
  const index = Math.floor(bit / 8);
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (bit % 8));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `${token.slice(0, token.lastIndexOf('.') + 1)}${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

function signatureBytes(token: string): Uint8Array {
  const base64 = token.slice(token.lastIndexOf('.') + 1).replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
