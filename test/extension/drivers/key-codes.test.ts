import { expect, it } from 'vitest';
import { keyCodes, keysOf } from '../../e2e/drivers/key-codes.mjs';

it('splits chords, and leaves a plus sign alone', () => {
  expect(keysOf('Shift+Tab')).toEqual(['Shift', 'Tab']);
  expect(keysOf('+')).toEqual(['+']);
  expect(keysOf('Control++')).toEqual(['Control', '+']);
});

it('knows the named keys, and every single character', () => {
  expect(keyCodes('Enter')).toEqual(['\uE007']);
  expect(keyCodes('한')).toEqual(['한']);
  expect(() => keyCodes('Entre')).toThrow('no key is called Entre');
});
