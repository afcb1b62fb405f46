// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { byRole, describeTarget, findElements, sendable, type Target } from '../../e2e/drivers/find-elements.mjs';

const PAGE = `
  <ul aria-label="Tokens"><li><button id="first"><b>Access</b> token</button></li><li><button aria-label="Refresh token" id="second">x</button></li></ul>
  <ul id="other"><li>no button</li></ul>
  <section aria-labelledby="v" id="verification"><h2 id="v">Verification</h2>
    <label>Secret or public key <textarea id="secret"></textarea></label>
    <label for="aud">Audience</label><input id="aud">
    <div role="timer" aria-label="Expires in" id="timer">4:59</div>
  </section>
  <section id="nameless"><button aria-hidden="true">Hidden</button><input type="checkbox" title="Remember" id="remember"></section>
`;

/** As in a browser: through JSON. */
function ids(target: Target) {
  const received = JSON.parse(JSON.stringify(sendable(target))) as Target;
  return findElements(received).map((element) => element.id);
}

describe('findElements', () => {
  beforeAll(() => {
    document.body.innerHTML = PAGE;
    // happy-dom lays nothing out.
    Element.prototype.checkVisibility = () => true;
  });

  it('takes a plain string for a selector', () => expect(ids('li > button')).toEqual(['first', 'second']));
  it('names by content, unless there is a label', () => {
    expect(ids(byRole('button', 'Access token'))).toEqual(['first']);
    expect(ids(byRole('button', 'Refresh token'))).toEqual(['second']);
  });
  it('matches a pattern', () => expect(ids(byRole('button', /token$/i))).toEqual(['first', 'second']));
  it('knows a label around its field, and one beside it', () => {
    expect(ids(byRole('textbox', 'Secret or public key'))).toEqual(['secret']);
    expect(ids(byRole('textbox', 'Audience'))).toEqual(['aud']);
  });
  it('calls a section a region only when it has a name', () => expect(ids(byRole('region'))).toEqual(['verification']));
  it('looks within another', () => {
    expect(ids(byRole('timer', 'Expires in', byRole('region', 'Verification')))).toEqual(['timer']);
    expect(ids(byRole('timer', 'Expires in', '#nameless'))).toEqual([]);
    expect(findElements(byRole('listitem', undefined, byRole('list', 'Tokens')))).toHaveLength(2);
  });
  it('does not find what is hidden from assistive technology', () => expect(ids(byRole('button', 'Hidden'))).toEqual([]));
  it('falls back to the title', () => expect(ids(byRole('checkbox', 'Remember'))).toEqual(['remember']));
});

it('describes what was looked for', () => {
  expect(describeTarget(byRole('button', 'Copy', byRole('region', /Header/)))).toBe('button "Copy" in region /Header/');
});
