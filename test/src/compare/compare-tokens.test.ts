import { assert, json, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, compareTokens, type JsonNode } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

const payload = (older: string, newer: string) => compareTokens(compactOf(HEADER, older), compactOf(HEADER, newer)).payload;

function show(node: JsonNode): string {
  if (node.type === 'object') return `{${node.members.map(({ name, value }) => `${name}:${show(value)}`).join()}}`;
  return node.type === 'array' ? `[${node.items.map(show).join()}]` : node.source;
}

/** One change as a line: code, path, then what went and what came. */
function line({ code, path, older, newer, shift, itemsAdded, itemsRemoved }: Change): string {
  if (shift !== undefined) return `${code} ${path} ${shift.seconds} ${shift.direction}`;
  if (itemsAdded !== undefined && itemsRemoved !== undefined) return `${code} ${path} -[${itemsRemoved.map(show).join()}] +[${itemsAdded.map(show).join()}]`;
  return `${code} ${path} ${older.map(show).join('&')} > ${newer.map(show).join('&')}`;
}

const lines = (older: string, newer: string) => payload(older, newer).changes.map(line);

describe('compareTokens', () => {
  it('shows what a refresh moves, and counts what stays', () => {
    const older = '{"iss":"https://issuer","sub":"42","iat":1700000000,"exp":1700003600,"jti":"a"}';
    const newer = '{"iss":"https://issuer","sub":"42","iat":1700003500,"exp":1700007100,"jti":"b"}';
    expect(payload(older, newer)).toMatchObject({ older: 'readable', newer: 'readable', unchanged: 2, omitted: 0 });
    expect(lines(older, newer)).toEqual(['date-moved $.iat 3500 later', 'date-moved $.exp 3500 later', 'changed $.jti "a" > "b"']);
  });

  it.each<[string, string, string, string[]]>([
    ['a claim added', '{}', '{"a":1}', ['added $.a  > 1']],
    ['a claim removed', '{"a":1}', '{}', ['removed $.a 1 > ']],
    ['null is not absence', '{"a":null}', '{}', ['removed $.a null > ']],
    ['another type', '{"a":1}', '{"a":"1"}', ['changed $.a 1 > "1"']],
    ['a role changed', '{"role":"user"}', '{"role":"admin"}', ['changed $.role "user" > "admin"']],
    ['roles gained', '{"roles":["user"]}', '{"roles":["admin","user"]}', ['items-changed $.roles -[] +["admin"]']],
    ['nested roles', '{"realm_access":{"roles":["a","b"]}}', '{"realm_access":{"roles":["b","c"]}}', ['items-changed $.realm_access.roles -["a"] +["c"]']],
    ['one of two equal items gone', '{"a":["x","x"]}', '{"a":["x"]}', ['items-changed $.a -["x"] +[]']],
    ['objects in a list', '{"a":[{"b":1,"c":2}]}', '{"a":[{"c":2,"b":1},{"d":3}]}', ['items-changed $.a -[] +[{d:3}]']],
    ['scope lost', '{"scope":"openid email read"}', '{"scope":"read openid"}', ['items-changed $.scope -["email"] +[]']],
    ['scp of Entra', '{"scp":"a"}', '{"scp":"a b"}', ['items-changed $.scp -[] +["b"]']],
    ['scope as a list', '{"scope":"a b"}', '{"scope":["b","a"]}', ['form-changed $.scope "a b" > ["b","a"]']],
    ['aud as a list', '{"aud":"a"}', '{"aud":["a"]}', ['form-changed $.aud "a" > ["a"]']],
    ['aud as a longer list', '{"aud":"a"}', '{"aud":["a","b"]}', ['items-changed $.aud -[] +["b"]']],
    ['aud another text', '{"aud":"a"}', '{"aud":"b"}', ['items-changed $.aud -["a"] +["b"]']],
    ['another text is no list', '{"a":"x y"}', '{"a":"y x"}', ['changed $.a "x y" > "y x"']],
    ['a date earlier', '{"exp":10}', '{"exp":4.5}', ['date-moved $.exp 5.5 earlier']],
    ['fractions without noise', '{"exp":1.0}', '{"exp":1.1}', ['date-moved $.exp 0.1 later']],
    ['a date no longer a number', '{"exp":10}', '{"exp":"10"}', ['changed $.exp 10 > "10"']],
    ['a date beyond all dates', '{"exp":10}', '{"exp":1e999}', ['changed $.exp 10 > 1e999']],
    ['the same moment, written otherwise', '{"exp":10}', '{"exp":10.0}', ['changed $.exp 10 > 10.0']],
    ['exp deep down is no claim of the token', '{"a":{"exp":1}}', '{"a":{"exp":2}}', ['changed $.a.exp 1 > 2']],
    ['big integers of one double', '{"id":9007199254740992}', '{"id":9007199254740993}', ['changed $.id 9007199254740992 > 9007199254740993']],
    ['big integers in a list', '{"id":[9007199254740992]}', '{"id":[9007199254740993]}', ['items-changed $.id -[9007199254740992] +[9007199254740993]']],
    ['numbers in another order', '{"at":[1,2]}', '{"at":[2,1]}', ['reordered $.at [1,2] > [2,1]']],
    ['a member more deep down', '{"a":{"b":{}}}', '{"a":{"b":{"c d":1}}}', ["added $.a.b['c d']  > 1"]],
    ['an object for a list', '{"a":{}}', '{"a":[]}', ['changed $.a {} > []']],
    ['a duplicate came', '{"a":1}', '{"a":1,"a":2}', ['duplicates-changed $.a 1 > 1&2']],
    ['a duplicate went', '{"a":1,"a":2}', '{"a":2}', ['duplicates-changed $.a 1&2 > 2']],
    ['duplicates in another order', '{"a":1,"a":2}', '{"a":2,"a":1}', ['duplicates-changed $.a 1&2 > 2&1']],
    ['a duplicate added', '{}', '{"a":1,"a":2}', ['added $.a  > 1&2']],
    ['a duplicate within a list', '{"a":[{"b":1,"b":2}]}', '{"a":[{"b":2,"b":1}]}', ['items-changed $.a -[{b:1,b:2}] +[{b:2,b:1}]']],
    ['names that objects have', '{"__proto__":1,"constructor":{}}', '{"__proto__":2}', ['changed $.__proto__ 1 > 2', 'removed $.constructor {} > ']],
    ['a payload that is a list', '["a"]', '["a","b"]', ['items-changed $ -[] +["b"]']],
    ['a payload of another type', '{}', '"a"', ['changed $ {} > "a"']],
  ])('%s', (_, older, newer, expected) => expect(lines(older, newer)).toEqual(expected));

  it.each([
    ['members', '{"a":1,"b":{"c":1,"d":2}}', '{"b":{"d":2,"c":1},"a":1}', 2],
    ['items', '{"roles":["a","b"]}', '{"roles":["b","a"]}', 1],
    ['items that are objects', '{"a":[{"b":[1]},{"c":[]}]}', '{"a":[{"c":[]},{"b":[1]}]}', 1],
    ['scopes', '{"scope":"a b a"}', '{"scope":" b a"}', 1],
    ['escapes', '{"\\u0061":"\\u0062"}', '{"a":"b"}', 1],
    ['nothing, with duplicates', '{"a":1,"a":2}', '{"a":1,"a":2}', 1],
    ['nothing, at the root', '[1]', '[1]', 0],
  ])('no change where only the order or spelling differs: %s', (_, older, newer, unchanged) => {
    expect(payload(older, newer)).toEqual({ older: 'readable', newer: 'readable', changes: [], omitted: 0, unchanged });
  });

  it('compares headers, in which the order of certificates counts', () => {
    const older = compactOf('{"alg":"RS256","kid":"1","x5c":["a","b"]}', '{}');
    const newer = compactOf('{"alg":"none","kid":"2","x5c":["b","a"]}', '{}');
    expect(compareTokens(older, newer).header.changes.map(line)).toEqual([
      'changed $.alg "RS256" > "none"',
      'changed $.kid "1" > "2"',
      'reordered $.x5c ["a","b"] > ["b","a"]',
    ]);
  });

  it('tells identical texts from equal content', () => {
    const token = compactOf(HEADER, '{}');
    expect(compareTokens(token, token).identical).toBe(true);
    expect(compareTokens(token, compactOf(HEADER, '{}', 'b3RoZXI'))).toMatchObject({ identical: false, payload: { changes: [] } });
  });
});

describe('what cannot be compared is said', () => {
  const jws = compactOf(HEADER, '{"a":1}');
  const jwe = (alg: string) => `${toBase64url(`{"alg":"${alg}","enc":"A256GCM"}`)}....`;

  it('compares the headers of encrypted tokens, and not what they hide', () => {
    const { header, payload } = compareTokens(jwe('dir'), jwe('ECDH-ES'));
    expect(header.changes.map(line)).toEqual(['changed $.alg "dir" > "ECDH-ES"']);
    expect(payload).toEqual({ older: 'encrypted', newer: 'encrypted', changes: [], omitted: 0, unchanged: 0 });
  });

  it.each([
    ['opaque', 'opaque-text', 'opaque', 'opaque'],
    ['empty', '', 'opaque', 'opaque'],
    ['encrypted', jwe('dir'), 'readable', 'encrypted'],
    ['payload no JSON', compactOf(HEADER, 'text'), 'readable', 'not-json'],
    ['payload too deep', compactOf(HEADER, '['.repeat(5000) + ']'.repeat(5000)), 'readable', 'not-json'],
  ])('%s, on either side', (_, other, headerState, payloadState) => {
    const nothing = { changes: [], omitted: 0, unchanged: 0 };
    expect(compareTokens(jws, other).payload).toEqual({ older: 'readable', newer: payloadState, ...nothing });
    expect(compareTokens(other, jws).payload).toEqual({ older: payloadState, newer: 'readable', ...nothing });
    expect(compareTokens(jws, other).header.newer).toBe(headerState);
  });
});

describe('hostile tokens', () => {
  const many = (count: number, item: (index: number) => string) => Array.from({ length: count }, (_, index) => item(index)).join();

  it('lists 1,000 changes and counts the others', () => {
    const { changes, omitted } = payload('{}', `{${many(1500, (index) => `"n${index}":1`)}}`);
    expect([changes.length, omitted]).toEqual([1000, 500]);
  });

  it('compares 1,000 items one by one, and says of more that it did not', () => {
    const list = (count: number) => `{"a":[${many(count, (index) => `"${index}"`)}]}`;
    expect(payload(list(1000), list(999)).changes[0]).toMatchObject({ code: 'items-changed', itemsRemoved: [{ value: '999' }] });
    expect(payload(list(1001), list(1)).changes.map(({ code }) => code)).toEqual(['items-too-many']);
    expect(payload(list(1001), list(1001)).unchanged).toBe(1);
  });

  it('cuts long names and escapes what cannot be printed', () => {
    const [long, hidden, quoted] = payload('{}', `{"${'x'.repeat(5000)}":1,"\\u0000\\ud800":1,"a'b":1}`).changes;
    expect(long?.path).toBe(`$['${'x'.repeat(200)}…']`);
    expect(hidden?.path).toBe(String.raw`$['\u0000\ud800']`);
    expect(quoted?.path).toBe(String.raw`$['a\'b']`);
  });

  it('goes as deep as the scanner', () => {
    const deep = (value: number) => `${'{"a":'.repeat(100)}${value}${'}'.repeat(100)}`;
    expect(payload(deep(1), deep(2)).changes.map(({ path }) => path)).toEqual([`$${'.a'.repeat(100)}`]);
  });

  it('never throws on any two texts', () => {
    assert(
      property(string(), string(), string(), (a, b, c) => {
        expect(compareTokens(compactOf(a, b), c)).toMatchObject({ header: { omitted: 0 }, payload: { unchanged: 0 } });
      }),
    );
  });

  it('finds nothing between a value and itself, and the same places both ways', () => {
    assert(
      property(json(), json(), (a, b) => {
        expect(payload(a, a).changes).toEqual([]);
        const places = (older: string, newer: string) => payload(older, newer).changes.map(({ path }) => path).toSorted();
        expect(places(a, b)).toEqual(places(b, a));
      }),
    );
  });
});
