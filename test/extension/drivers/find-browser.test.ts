import { describe, expect, it } from 'vitest';
import { BROWSER_CACHE, findBrowser, type Machine } from '../../../scripts/find-browser.mjs';

function machine(files: readonly string[], overrides: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/opt/tools:/usr/bin' },
    platform: 'linux',
    exists: (path) => files.includes(path),
    list: (folder) => [...new Set(files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''))],
    ...overrides,
  };
}

const cached = (build: string) => `${BROWSER_CACHE}/firefox/${build}/firefox/firefox`;

describe('findBrowser', () => {
  it('prefers the named executable to everything else', () => {
    const here = machine(['/usr/bin/chromium', '/my/chrome'], { env: { PATH: '/usr/bin', CHROME_PATH: '/my/chrome' } });
    expect(findBrowser('chromium', here)).toBe('/my/chrome');
  });

  it('does not fall back when the named executable is not there', () => {
    const here = machine(['/usr/bin/firefox'], { env: { PATH: '/usr/bin', FIREFOX_PATH: '/typo' } });
    expect(() => findBrowser('firefox', here)).toThrow('FIREFOX_PATH is /typo, and there is no such file');
  });

  it('prefers Chromium to Chrome wherever on PATH each is', () => {
    expect(findBrowser('chromium', machine(['/opt/tools/google-chrome', '/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  });

  it('takes PATH before a usual place, and that before a download', () => {
    const download = cached('linux-stable_150.0');
    expect(findBrowser('firefox', machine(['/usr/bin/firefox-esr', '/snap/bin/firefox', download]))).toBe('/usr/bin/firefox-esr');
    expect(findBrowser('firefox', machine(['/snap/bin/firefox', download]))).toBe('/snap/bin/firefox');
    expect(findBrowser('firefox', machine([download]))).toBe(download);
  });

  it('takes the newest download by number', () => {
    const files = [cached('linux-stable_99.0'), cached('linux-stable_150.0.1')];
    expect(findBrowser('firefox', machine(files))).toBe(cached('linux-stable_150.0.1'));
  });

  it('looks into /Applications of the machine and of the user on macOS', () => {
    const path = '/Users/me/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', machine([path], { platform: 'darwin', env: { HOME: '/Users/me' } }))).toBe(path);
  });

  it('looks into the program folders on Windows', () => {
    const path = 'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
    const env = { Path: 'C:\\Windows', ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' };
    expect(findBrowser('chromium', machine([path], { platform: 'win32', env }))).toBe(path);
  });

  it('answers nothing where there is none', () => {
    expect(findBrowser('chromium', machine([]))).toBeUndefined();
  });
});
