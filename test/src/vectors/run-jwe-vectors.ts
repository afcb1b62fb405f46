import type { decryptToken, parseDecryptionKey } from '../../../src/index.ts';

export interface JweLibrary {
  readonly decryptToken: typeof decryptToken;
  readonly parseDecryptionKey: typeof parseDecryptionKey;
}

/** Files of the ietf-jose-cookbook (jwe and curve25519) with their names, and of the rfc-extracts, parsed. */
export interface JweVectorFiles {
  readonly cookbook: readonly { readonly name: string; readonly file: CookbookFile }[];
  readonly rfc7516: { readonly cases: readonly Rfc7516Case[] };
  readonly rfc7517: { readonly cases: readonly { readonly id: string; readonly compact?: string; readonly password?: string; readonly plaintext?: unknown }[] };
}

export interface CookbookFile {
  readonly input: { readonly plaintext: string; readonly key?: object; readonly pwd?: string };
  readonly output: { readonly compact?: string; readonly json?: object; readonly json_flat?: object };
}

interface Rfc7516Case {
  readonly id: string;
  readonly compact?: string;
  readonly general?: object;
  readonly key?: object;
  readonly keys?: readonly object[];
  readonly plaintext_b64u: string;
}

/** State, reason and whether the plaintext is the published one, as one text. */
export interface JweRow {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
}

interface Case {
  readonly id: string;
  readonly token: string;
  readonly keyText: string;
  readonly plaintext: string | undefined;
  readonly expected: string;
}

const OPENED = 'decrypted jwe-decrypted, as published';

/**
 * Runs the JWE of RFC 7520, RFC 7516, RFC 7517 and RFC 8037 through a library, each serialization, and each that opens
 * once more with a bit of its ciphertext flipped. Imports nothing at run time: the same file runs in Node and in each browser.
 */
export async function runJweVectors(library: JweLibrary, files: JweVectorFiles): Promise<JweRow[]> {
  const rows: JweRow[] = [];
  for (const vector of [...cookbookCases(files), ...rfc7516Cases(files), ...rfc7517Cases(files)]) {
    rows.push({ id: vector.id, expected: vector.expected, got: await openingOf(library, vector) });
    if (vector.expected !== OPENED) continue;
    const flipped = { ...vector, token: flipCiphertext(vector.token) };
    rows.push({ id: `${vector.id}, a bit flipped`, expected: 'failed jwe-differs', got: await openingOf(library, flipped) });
  }
  return rows;
}

function cookbookCases({ cookbook }: JweVectorFiles): Case[] {
  return cookbook.flatMap(({ name, file: { input, output } }) =>
    Object.entries(output).map(([form, token]: [string, unknown]): Case => ({
      id: `${name} ${form}`,
      token: typeof token === 'string' ? token : JSON.stringify(token),
      keyText: input.pwd ?? JSON.stringify(Array.isArray(input.key) ? { keys: input.key } : input.key),
      plaintext: input.plaintext,
      // RSA1_5 alone is refused; with two more recipients another key opens it.
      expected: name.startsWith('5_1.') ? 'not-tried jwe-rsa1-5' : OPENED,
    })),
  );
}

function rfc7516Cases({ rfc7516 }: JweVectorFiles): Case[] {
  return rfc7516.cases.map(({ id, compact, general, key, keys, plaintext_b64u: plaintext }) => ({
    id,
    token: compact ?? JSON.stringify(general),
    keyText: JSON.stringify(keys === undefined ? key : { keys }),
    plaintext: atob(plaintext.replaceAll('-', '+').replaceAll('_', '/')),
    expected: id.includes('A.2 ') ? 'not-tried jwe-rsa1-5' : OPENED,
  }));
}

/** Appendix C: the password is the RFC's own. What is inside is a JWK, of which the file gives no bytes to compare with. */
function rfc7517Cases({ rfc7517 }: JweVectorFiles): Case[] {
  const found = rfc7517.cases.find(({ id }) => id.startsWith('C '));
  return [{ id: `RFC7517 ${found?.id ?? 'C is missing'}`, token: found?.compact ?? '', keyText: 'Thus from my lips, by yours, my sin is purged.', plaintext: undefined, expected: OPENED }];
}

async function openingOf({ decryptToken, parseDecryptionKey }: JweLibrary, { token, keyText, plaintext }: Case): Promise<string> {
  const { keys } = await parseDecryptionKey(keyText);
  const { state, reason, source } = await decryptToken(token, { keys });
  if (state !== 'decrypted') return `${state} ${reason}`;
  const isAsPublished = plaintext === undefined ? source?.includes('"kty":"RSA"') === true : source === plaintext;
  return `${state} ${reason}, ${isAsPublished ? 'as published' : 'with another plaintext'}`;
}

/** The first character of the ciphertext stands for six whole bits, so that any other keeps the text well-formed. */
function flipCiphertext(token: string): string {
  const start = token.startsWith('{') ? token.indexOf('"ciphertext":"') + '"ciphertext":"'.length : token.split('.', 3).join('.').length + 1;
  return `${token.slice(0, start)}${token[start] === 'A' ? 'B' : 'A'}${token.slice(start + 1)}`;
}
