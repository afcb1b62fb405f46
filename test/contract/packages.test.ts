import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findForbiddenCode } from '../../scripts/forbidden-code.mjs';
import { importsOf, listFiles, readText, root } from './source-files.ts';

const run = promisify(execFile);
const KIB = 1024;

/** The scripts an HTML page loads, with everything they import. */
function scriptsOf(page: string): string[] {
  const folder = page.slice(0, page.lastIndexOf('/'));
  const first = [...readText(page).matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => join(folder, source ?? ''));
  const all = new Set(first);
  for (const file of all) for (const { target } of importsOf(file)) if (existsSync(join(root, target))) all.add(target);
  return [...all];
}

describe.each(['dist/chrome', 'dist/firefox'])('%s (made by npm run build)', (dist) => {
  it('has a hook of at most 4 KiB', () => {
    expect(statSync(join(root, dist, 'content/hook.js')).size).toBeLessThanOrEqual(4 * KIB);
  });

  it('has a popup with at most 60 KiB of gzipped JavaScript', () => {
    const scripts = scriptsOf(`${dist}/popup/index.html`);
    expect(scripts.length).toBeGreaterThan(0);
    const size = scripts.reduce((sum, file) => sum + gzipSync(readText(file), { level: 9 }).length, 0);
    expect(size).toBeLessThanOrEqual(60 * KIB);
  });

  it('has no remote code, no eval and no HTML sink', () => {
    const remote = /import\(["']https?:|src="https?:/;
    const files = listFiles(dist, /\.(js|html)$/).map((file) => [file, readText(file)] as const);
    expect(files.filter(([, text]) => remote.test(text) || findForbiddenCode(text) !== undefined).map(([file]) => file)).toEqual([]);
  });

  it('has content scripts that import nothing', () => {
    expect(listFiles(`${dist}/content`, /\.js$/).filter((file) => /^\s*(import|export)\b/m.test(readText(file)))).toEqual([]);
  });
});

describe('web-ext lint', () => {
  it('finds no error and no warning in dist/firefox', async () => {
    const webExt = join(root, 'node_modules/web-ext/bin/web-ext.js');
    const { stdout } = await run(process.execPath, [webExt, 'lint', '--source-dir', join(root, 'dist/firefox'), '--output', 'json', '--no-config-discovery'], {
      maxBuffer: 10_000_000,
    }).catch((error: { stdout: string }) => error);
    const { errors, warnings, summary } = JSON.parse(stdout) as { errors: unknown[]; warnings: unknown[]; summary: { errors: number; warnings: number } };
    expect(errors).toEqual([]);
    expect(warnings).toEqual([]);
    expect(summary).toMatchObject({ errors: 0, warnings: 0 });
  });
});
