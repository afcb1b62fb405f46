import { stringsMember } from '../decode/members.ts';
import { printJson } from '../export/print-json.ts';
import type { ExpectationReason, Expectations, JsonNode, Light } from '../types.ts';
import { shorten } from './shorten.ts';

type ExpectationsLight = Light<ExpectationReason>;

/** `iss` and `aud` against what the user expects: exact strings, RFC 7519 sections 4.1.1 and 4.1.3. */
export function checkExpectations(payload: JsonNode | undefined, { issuer, audience }: Expectations): ExpectationsLight {
  if (issuer === undefined && audience === undefined) return { state: 'not-checked', reason: 'expectations-none', values: {} };
  if (payload?.type !== 'object') return { state: 'not-checked', reason: 'expectations-no-claims', values: {} };
  return (
    (issuer === undefined ? undefined : checkIssuer(payload, issuer)) ??
    (audience === undefined ? undefined : checkAudience(payload, audience)) ?? { state: 'pass', reason: 'expectations-met', values: {} }
  );
}

function checkIssuer(payload: JsonNode, expected: string): ExpectationsLight | undefined {
  const values = valuesOf(payload, 'iss');
  const [first] = values;
  if (first === undefined) return { state: 'fail', reason: 'issuer-missing', values: { expected: shorten(expected) } };
  if (values.length === 1 && first.type === 'string' && first.value === expected) return undefined;
  return { state: 'fail', reason: 'issuer-differs', values: { expected: shorten(expected), found: show(values) } };
}

function checkAudience(payload: JsonNode, expected: string): ExpectationsLight | undefined {
  const values = valuesOf(payload, 'aud');
  if (values.length === 0) return { state: 'fail', reason: 'audience-missing', values: { expected: shorten(expected) } };
  if (values.length === 1 && stringsMember(payload, 'aud')?.includes(expected) === true) return undefined;
  return { state: 'fail', reason: 'audience-differs', values: { expected: shorten(expected), found: show(values) } };
}

/** More than one where the name is repeated: programs differ in which one they take, so none of them is as expected. */
function valuesOf(payload: JsonNode, name: string): JsonNode[] {
  return payload.type === 'object' ? payload.members.filter((member) => member.name === name).map(({ value }) => value) : [];
}

/** Strings as they are, anything else as JSON, so that the number 7 is told from the string. */
function show(values: readonly JsonNode[]): string {
  const flat = values.flatMap((value) => (value.type === 'array' && value.items.length > 0 ? value.items : [value]));
  return shorten(flat.slice(0, 20).map((value) => (value.type === 'string' ? value.value : printJson(value).replace(/\n */g, ' '))).join(', '));
}
