/** Keys that type no character, as WebDriver writes them: https://w3c.github.io/webdriver/#keyboard-actions */
/** @type {Record<string, string>} */
const CODES = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/**
 * Splits "Shift+Tab" into its keys; a plus sign by itself is a key.
 * @param {string} chord
 */
export function keysOf(chord) {
  return chord.split(/(?<=.)\+(?=.)/s);
}

/**
 * @param {string} chord
 * @returns {string[]} one WebDriver key value each
 */
export function keyCodes(chord) {
  return keysOf(chord).map((key) => {
    const code = CODES[key] ?? key;
    if (!/^.$/su.test(code)) throw new Error(`no key is called ${key}`);
    return code;
  });
}
