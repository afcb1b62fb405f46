import { describe, expect, it } from 'vitest';
import { chooseBrowser, hasDisplay, parseDevOptions, UsageError } from '../../../scripts/dev-options.mjs';

describe('parseDevOptions', () => {
  it('has defaults', () => expect(parseDevOptions([])).toEqual({ browser: 'chromium', once: false, port: 0, help: false }));

  it('reads each option', () => {
    expect(parseDevOptions(['--browser', 'firefox', '--once', '--port=4000'])).toEqual({ browser: 'firefox', once: true, port: 4000, help: false });
  });

  it.each([[['--fast']], [['firefox']], [['--browser', 'safari']], [['--browser']], [['--port', '70000']], [['--port', '-1']], [['--once=yes']]])(
    'refuses %j',
    (argv) => expect(() => parseDevOptions(argv)).toThrow(UsageError),
  );
});

describe('chooseBrowser', () => {
  it('takes the one that was asked for', () => expect(chooseBrowser('firefox', (kind) => `/bin/${kind}`)).toBe('firefox'));

  it('takes the other one when only that is there', () => {
    expect(chooseBrowser('chromium', (kind) => (kind === 'firefox' ? '/bin/firefox' : undefined))).toBe('firefox');
  });

  it('says what to do when there is none', () => expect(() => chooseBrowser('chromium', () => undefined)).toThrow('npm run setup'));
});

it('knows where windows can be shown', () => {
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
});
