import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { jweFiles } from '../src/vectors/read-jwe-vectors.ts';
import { jwsVectors } from '../src/vectors/read-jws-vectors.ts';
import { readSuite } from '../src/vectors/read-suite.ts';
import { runJsonSuite } from '../src/vectors/run-json-suite.ts';
import * as library from '../../src/index.ts';
import { describeInBrowser, type Page, useBrowser } from './fixture.ts';

interface Row {
  readonly expected: string;
  readonly got: string;
}

const root = join(import.meta.dirname, '..', '..');
const vectors = join(root, 'test/fixtures/vectors');
const read = (path: string) => JSON.parse(readFileSync(join(vectors, path), 'utf8')) as unknown;

/** The library and the runners as one script that leaves `vectors` behind. */
async function bundleRunners(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'test/e2e/vectors-in-page.ts'), formats: ['iife'], name: 'vectors' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

describeInBrowser('the same vectors as in Node, in this browser’s engine', () => {
  const fixture = useBrowser();
  let page: Page;
  const run = <T>(runner: string, input: unknown) => page.evaluate(`globalThis.vectors.${runner}(${JSON.stringify(input)})`) as Promise<T>;

  beforeAll(async () => {
    page = await fixture.driver.newPage();
    await page.goto(`${fixture.site.url}t/plain`);
    await page.evaluate(`${await bundleRunners()}; globalThis.vectors = vectors;`);
  });

  it('RFC 7515 A.1 to A.5 and E, RFC 8037', async () => {
    const rows = await run<Row[]>('rfc', { rfc7515: read('rfc-extracts/rfc7515-jws.json'), rfc8037: read('rfc-extracts/rfc8037-okp.json') });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ expected, got }) => expected !== got)).toEqual([]);
  });

  it('JWS of RFC 7520, RFC 7797 and RFC 7515 A.6, A.7', async () => {
    const rows = await run<Row[]>('jws', jwsVectors);
    expect(rows.length).toBeGreaterThanOrEqual(jwsVectors.length);
    expect(rows.filter(({ expected, got }) => expected !== got)).toEqual([]);
  });

  it('JWE of RFC 7520, RFC 7516 and RFC 7517, AES-192 included', async () => {
    const rows = await run<Row[]>('jwe', jweFiles);
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter(({ expected, got }) => expected !== got)).toEqual([]);
  });

  it('ML-DSA, whether the engine has it or not', async () => {
    const files = ['44', '65', '87'].map((size) => read(`ml-dsa-jose/ML_DSA_${size}.jose.json`) as { jws: string; jwk: object });
    const given = files.map(({ jws, jwk }) => ({ token: jws, key: jwk }));
    expect(await run('mlDsa', given)).toEqual(['pass', 'pass', 'pass']);
    const tampered = given.map(({ token, key }) => ({ key, token: token.replace(/\.(.)([^.]*)$/, (_, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`) }));
    expect(await run('mlDsa', tampered)).toEqual(['fail', 'fail', 'fail']);
  });

  it('JSONTestSuite, file by file as in Node', async () => {
    const files = [...readSuite(join(vectors, 'JSONTestSuite/test_parsing')), ...readSuite(join(vectors, 'JSONTestSuite/test_transform'))];
    expect(files).toHaveLength(340);
    expect(await run('json', files)).toEqual(runJsonSuite(library, files));
  });
});
