import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { findForbiddenCode } from './scripts/forbidden-code.mjs';
import { type Browser, manifestFor } from './extension/manifest.ts';

const here = import.meta.dirname;
const at = (...parts: string[]) => resolve(here, ...parts);
const PAGES = ['popup'];
/** Output name (without .js) to entry. Each becomes one file without imports: content scripts cannot have any. */
const SCRIPTS: Record<string, { entry: string; format: 'es' | 'iife'; minify: boolean }> = {
  background: { entry: 'extension/background/main.ts', format: 'es', minify: false },
  'content/bridge': { entry: 'extension/content/bridge.ts', format: 'iife', minify: false },
  'content/hook': { entry: 'extension/content/hook.ts', format: 'iife', minify: true },
};

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(at(file), 'utf8')) as Record<string, unknown>;
}

function emitManifest(browser: Browser, watched: readonly string[]): Plugin {
  return {
    name: 'claimcheck:manifest',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      // Vite itself does not watch what it copies.
      const copied = readdirSync(at('extension/public'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const file of [at('manifest.json'), ...copied.map((entry) => resolve(entry.parentPath, entry.name))]) this.addWatchFile(file);
    },
    generateBundle() {
      const manifest = manifestFor(browser, readJson('manifest.json'), String(readJson('package.json')['version']), watched);
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
    },
  };
}

/** Preact's one HTML sink (dangerouslySetInnerHTML) becomes text: no string can turn into markup on these pages. */
function closeHtmlSink(): Plugin {
  return {
    name: 'claimcheck:close-html-sink',
    transform: {
      filter: { id: /node_modules\/preact\/dist\// },
      handler: (code) => (code.includes('.innerHTML') ? { code: code.replaceAll('.innerHTML', '.textContent'), map: null } : null),
    },
  };
}

/** Fails the build if a single-file script still imports, or any file holds eval-like code. */
function guard(): Plugin {
  return {
    name: 'claimcheck:guard',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        // An inlined `import()` is told as one of the file itself.
        const others = [...file.imports, ...file.dynamicImports].filter((name) => name !== file.fileName);
        if (this.environment.name !== 'client' && others.length > 0) {
          this.error(`${file.fileName} must be self-contained`);
        }
        const forbidden = findForbiddenCode(file.code);
        if (forbidden !== undefined) this.error(`${file.fileName} holds eval or an HTML sink: ${forbidden}`);
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chrome';
  // `npm start` builds beside the packages, with hosts granted at install: see scripts/dev.mjs.
  const watched = process.env['CLAIMCHECK_DEV_HOSTS']?.split(' ').filter(Boolean) ?? [];
  const outDir = at('dist', watched.length > 0 ? `dev-${browser}` : browser);
  const single = (name: string, script: (typeof SCRIPTS)[string]): EnvironmentOptions => ({
    consumer: 'client',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: script.minify,
      rolldownOptions: {
        input: { [name]: at(script.entry) },
        output: { format: script.format, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
  return {
    root: at('extension'),
    publicDir: at('extension/public'),
    base: './',
    plugins: [closeHtmlSink(), emitManifest(browser, watched), guard()],
    // Firefox has `browser` natively: the polyfill would only hand it back.
    resolve: { alias: browser === 'firefox' ? { 'webextension-polyfill': at('extension/shared/native-browser.ts') } : {} },
    build: { target: browser === 'chrome' ? 'chrome120' : 'firefox142', modulePreload: false },
    builder: {
      async buildApp(builder) {
        rmSync(outDir, { recursive: true, force: true });
        for (const environment of Object.values(builder.environments)) {
          if (environment.name !== 'ssr') await builder.build(environment);
        }
      },
    },
    environments: {
      client: {
        build: {
          outDir,
          emptyOutDir: false,
          rolldownOptions: {
            input: Object.fromEntries(PAGES.map((page) => [page, at('extension', page, 'index.html')])),
            output: {
              entryFileNames: 'assets/[name].js',
              chunkFileNames: 'assets/[name].js',
              assetFileNames: 'assets/[name][extname]',
            },
          },
        },
      },
      ...Object.fromEntries(Object.entries(SCRIPTS).map(([name, script]) => [name.replace(/\W/g, '_'), single(name, script)])),
    },
    test: {
      root: here,
      projects: [
        { extends: true, test: { name: 'unit', root: here, include: ['test/{src,extension}/**/*.test.{ts,tsx}'] } },
        { extends: true, test: { name: 'contract', root: here, include: ['test/contract/**/*.test.ts'], testTimeout: 60_000 } },
        ...(['chromium', 'firefox'] as const).map((name) => ({
          extends: true as const,
          test: {
            name,
            root: here,
            include: ['test/e2e/**/*.e2e.ts'],
            env: { CLAIMCHECK_BROWSER: name },
            globalSetup: [at('test/e2e/require-browsers.mjs')],
            testTimeout: 40_000,
            hookTimeout: 60_000,
            // After everything else, two files at a time: each starts a browser of its own.
            sequence: { groupOrder: 1 },
            maxWorkers: 2,
          },
        })),
      ],
    },
  };
});
