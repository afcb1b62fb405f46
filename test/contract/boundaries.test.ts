import { describe, expect, it } from 'vitest';
import { codeOf, importsOf, listFiles } from './source-files.ts';

const SOURCE = /\.tsx?$/;
const extension = listFiles('extension', SOURCE);
const library = listFiles('src', SOURCE);
const SURFACES = ['popup', 'panel', 'sidepanel', 'options', 'devtools'];

/** Every import of `files` that `allowed` refuses, as `file -> target`. */
function forbidden(files: readonly string[], allowed: (target: string, file: string, typeOnly: boolean) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ target, typeOnly }) => !allowed(target, file, typeOnly))
      .map(({ target }) => `${file} -> ${target}`),
  );
}

function filesIn(...folders: string[]): string[] {
  return extension.filter((file) => folders.some((folder) => file.startsWith(`extension/${folder}/`)));
}

describe('import directions', () => {
  it('finds the source files', () => {
    expect(library.length).toBeGreaterThan(10);
    expect(extension.length).toBeGreaterThan(30);
  });

  it('src/ imports only src/, jose and, where no browser has the algorithm, the noble libraries', () => {
    expect(forbidden(library, (target) => target.startsWith('src/') || target === 'jose' || /^@noble\/(?:curves|post-quantum|ciphers)\//.test(target))).toEqual([]);
  });

  it('src/ names no browser, no page, no clock and no network', () => {
    const names = /\b(?:browser|chrome|window|document|localStorage|XMLHttpRequest|preact)\b|Date\.now|new Date\(\)|\bfetch\(|Math\.random/;
    expect(library.filter((file) => names.test(codeOf(file)))).toEqual([]);
  });

  it('extension/ takes the library only through src/index.ts', () => {
    expect(forbidden(extension, (target) => !target.startsWith('src/') || target === 'src/index.ts')).toEqual([]);
  });

  it('the polyfill is imported in one file', () => {
    const importers = extension.filter((file) => importsOf(file).some(({ target }) => target === 'webextension-polyfill'));
    expect(importers).toEqual(['extension/shared/browser.ts']);
  });

  it('the page hook imports only what runs safely in the page', () => {
    const safe = ['extension/content/intrinsics.ts', 'extension/content/handshake.ts'];
    expect(forbidden(['extension/content/hook.ts', ...safe], (target, _file, typeOnly) => typeOnly || safe.includes(target))).toEqual([]);
  });

  it('the bridge stays small: no decoding, no verifying, no components', () => {
    expect(forbidden(['extension/content/bridge.ts'], (target) => /^extension\/(content|shared)\//.test(target))).toEqual([]);
  });

  it('ui/ never names the browser', () => {
    const ui = filesIn('ui');
    expect(forbidden(ui, (target) => !/shared\/browser(-client)?\.ts$|^extension\/(background|content)\//.test(target))).toEqual([]);
    expect(ui.filter((file) => /\b(?:browser|chrome)\./.test(codeOf(file)))).toEqual([]);
  });

  it('background/ has no components and no DOM', () => {
    const background = filesIn('background');
    expect(forbidden(background, (target) => !/^extension\/(ui|content)\/|^preact|^@preact/.test(target))).toEqual([]);
    expect(background.filter((file) => /\b(?:window|document|localStorage)\./.test(codeOf(file)))).toEqual([]);
  });

  it('shared/ depends on no other folder of the extension', () => {
    expect(forbidden(filesIn('shared'), (target) => !target.startsWith('extension/') || target.startsWith('extension/shared/'))).toEqual([]);
  });

  it('surfaces import neither each other nor the background', () => {
    for (const surface of SURFACES) {
      const others = SURFACES.filter((other) => other !== surface).join('|');
      expect(forbidden(filesIn(surface), (target) => !new RegExp(`^extension/(${others}|background)/`).test(target))).toEqual([]);
    }
  });
});

describe('private by construction', () => {
  const own = [...library, ...extension];

  it('our code has no network call, no synced storage and no console', () => {
    // The hook wraps the page's own fetch and XMLHttpRequest; it never calls them by itself.
    const code = own.filter((file) => file !== 'extension/content/hook.ts').map((file) => [file, codeOf(file)] as const);
    const channels = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|storage\.sync|\bconsole\.|importScripts/;
    expect(code.filter(([, text]) => channels.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('no text becomes markup or code', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function/;
    expect(own.filter((file) => sinks.test(codeOf(file)))).toEqual([]);
  });

  it('captures and typed keys go to storage.session only', () => {
    expect(extension.filter((file) => /storage\.(?:local|managed)\b/.test(codeOf(file)))).toEqual([]);
  });
});
