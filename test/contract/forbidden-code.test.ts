import { expect, it } from 'vitest';
import { findForbiddenCode } from '../../scripts/forbidden-code.mjs';

it.each(['eval("1")', 'x = (0, eval)("1"); eval(y)', 'new Function("a", "b")', 'a.innerHTML = b', 'a.insertAdjacentHTML(b, c)', 'document.write(x)'])('finds %s', (code) => {
  expect(findForbiddenCode(`const a = 1;\n${code};\n`)).toContain(code.slice(-9));
});

it.each(['Poly.monomial.eval(coeffs, x)', 'eval(a, x, brp = false) {}', '// eval(x)\n', '/* .innerHTML */', 'retrieval(x)'])('lets %s be', (code) => {
  expect(findForbiddenCode(code)).toBeUndefined();
});
