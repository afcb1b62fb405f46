import { beginsObject } from '../decode/begins-object.ts';
import { decodeSegment } from '../decode/decode-segment.ts';
import { stringMember } from '../decode/members.ts';
import { scanJson } from '../decode/scan-json.ts';
import { decodeUtf8 } from '../decode/utf8.ts';
import type { DecryptionResult, Problem } from '../types.ts';

type Inside = Pick<DecryptionResult, 'source' | 'json' | 'nested'> & { readonly problems: readonly Problem[] };

const COMPACT = /^[\w-]+\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/;

/**
 * What was encrypted: text, JSON, or a token (nested JWT, RFC 7519 section 5.2, whether or not `cty` says so). A nested
 * token with `alg` none is reported: who only decrypts it has not authenticated it (CVE-2026-29000).
 */
export function lookInside(plaintext: Uint8Array): Inside {
  const { source } = decodeUtf8(plaintext);
  if (source === undefined) return { problems: [] };
  const text = source.trim();
  const [header = ''] = text.split('.', 1);
  if (COMPACT.test(text) && beginsObject(header)) return { source, nested: text, problems: checkSigned(header) };
  const { node } = scanJson(source);
  return { source, ...(node === undefined ? {} : { json: node }), problems: [] };
}

function checkSigned(header: string): Problem[] {
  const alg = stringMember(decodeSegment('header', header, 'json-object').segment.json, 'alg');
  if (alg?.toLowerCase() !== 'none') return [];
  return [{ code: 'nested-unsigned', segment: 'ciphertext', message: 'the ciphertext: expected a signed token inside, found one with "alg" none (CVE-2026-29000)' }];
}
