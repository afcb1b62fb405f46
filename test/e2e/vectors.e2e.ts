import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import type { VectorRow } from '../src/vectors/run-rfc-vectors.ts';
import { describeInBrowser, useBrowser } from './fixture.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string) => JSON.parse(readFileSync(join(root, 'test/fixtures/vectors/rfc-extracts', name), 'utf8')) as unknown;

/** The library and the vector runner as one script that leaves `runVectors` behind. */
async function bundleRunner(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: { write: false, minify: false, lib: { entry: join(root, 'test/e2e/vectors-in-page.ts'), formats: ['iife'], name: 'vectors' } },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

describeInBrowser('RFC 7515 and RFC 8037 vectors', () => {
  const fixture = useBrowser();

  it('verify in this browser’s engine as they do in Node', async () => {
    const page = await fixture.driver.newPage();
    await page.goto(`${fixture.site.url}t/plain`);
    const code = await bundleRunner();
    const files = { rfc7515: read('rfc7515-jws.json'), rfc8037: read('rfc8037-okp.json') };
    const rows = (await page.evaluate(`(async () => { ${code}; return vectors.runVectors(${JSON.stringify(files)}); })()`)) as VectorRow[];
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ expected, got }) => expected !== got)).toEqual([]);
  });
});
