import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, readJson, readText, root } from './source-files.ts';

type Messages = Record<string, { message: string }>;
const read = (locale: string) => readJson(`extension/public/_locales/${locale}/messages.json`) as Messages;
const en = read('en');
const placeholders = ({ message }: { message: string }) => [...message.matchAll(/\{\w+\}/g)].map(String).sort();

/** The members of a union type of string literals in src/types.ts. */
function membersOf(type: string): string[] {
  const declaration = new RegExp(`export type ${type} =([^;]+);`).exec(readText('src/types.ts'))?.[1] ?? '';
  return [...declaration.matchAll(/'([^']+)'/g)].map(([, member]) => member ?? '');
}

describe('locales', () => {
  const others = readdirSync(join(root, 'extension/public/_locales')).filter((locale) => locale !== 'en');

  it('has Korean beside English', () => expect(others).toContain('ko'));

  it.each(others)('%s has the same keys and placeholders as en, and no empty message', (locale) => {
    const messages = read(locale);
    expect(Object.keys(messages)).toEqual(Object.keys(en));
    for (const [key, entry] of Object.entries(messages)) {
      expect(entry.message.trim(), key).not.toBe('');
      expect(placeholders(entry), key).toEqual(placeholders(en[key] ?? entry));
    }
  });

  it.each([
    ['reason', 'SignatureReason'],
    ['reason', 'TimeReason'],
    ['reason', 'ExpectationReason'],
    ['reason', 'ProofReason'],
    ['reason', 'DecryptionReason'],
    ['problem', 'ProblemCode'],
    ['guess', 'OpaqueGuess'],
    ['reading', 'KeyReading'],
    ['segment', 'SegmentName'],
  ])('has a %s message for every %s', (prefix, type) => {
    const members = membersOf(type);
    expect(members.length).toBeGreaterThan(3);
    expect(members.filter((member) => !(`${prefix}_${member.replaceAll('-', '_')}` in en))).toEqual([]);
  });

  it('uses every message', () => {
    const code = listFiles('extension', /\.tsx?$/).map(readText).join('\n') + readText('manifest.json');
    const looksUp = (key: string) => code.includes(`'${key}'`) || code.includes(`__MSG_${key}__`);
    const byCode = /^(reason|problem|guess|reading|segment|needs)_/;
    expect(Object.keys(en).filter((key) => !byCode.test(key) && !looksUp(key))).toEqual([]);
  });
});
