// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor, within } from '@testing-library/preact';
import { SignJWT } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../../extension/ui/components/App.tsx';
import { createStore, type Store } from '../../../extension/ui/store.ts';
import { createFakeClient, entryOf, type FakeClient, installLocale } from './fake-client.ts';

const NOW = 1_800_000_000;
const SECRET = 'a secret of thirty-two characters';
let fresh: string;

beforeAll(async () => {
  fresh = await new SignJWT({ userId: 1, name: '상균', role: 'USER', iat: NOW - 28, exp: NOW + 272 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SECRET));
});
beforeEach(() => installLocale('en'));
afterEach(cleanup);

function show(client: FakeClient): { store: Store; screen: ReturnType<typeof within> } {
  const store = createStore(client, 1, () => NOW);
  const { container } = render(<App store={store} />);
  return { store, screen: within(container as HTMLElement) };
}

const lightOf = (screen: ReturnType<typeof within>, name: string) => screen.getByRole('region', { name: 'Verification' }).querySelector(`[data-light="${name}"]`);

describe('the popup over a tab', () => {
  it('names list, regions and timer as other tools rely on', async () => {
    const { screen } = show(createFakeClient({ a: fresh }, () => NOW));
    for (const region of ['Header', 'Payload', 'Signature', 'Verification']) await screen.findByRole('region', { name: region });
    expect(within(screen.getByRole('list', { name: 'Tokens' })).getAllByRole('button')).toHaveLength(1);
    expect(screen.getByRole('timer', { name: 'Expires in' }).textContent).toBe('4 min 32 sec');
  });

  it('says not checked without a key, fail with a wrong one and pass with the right one', async () => {
    const client = createFakeClient({ a: fresh }, () => NOW);
    const { screen } = show(client);
    await waitFor(() => expect(lightOf(screen, 'signature')?.getAttribute('data-state')).toBe('not-checked'));
    const field = screen.getByLabelText('Secret or public key');
    fireEvent.input(field, { target: { value: 'wrong' } });
    await waitFor(() => expect(lightOf(screen, 'signature')?.getAttribute('data-state')).toBe('fail'));
    fireEvent.input(field, { target: { value: SECRET } });
    await waitFor(() => expect(lightOf(screen, 'signature')?.getAttribute('data-state')).toBe('pass'));
    expect(lightOf(screen, 'signature')?.textContent).toContain('text (UTF-8)');
    expect(client.calls.trusts.at(-1)?.[1].keyText).toBe(SECRET);
  });

  it('counts down each second and turns the time light when the limit passes', async () => {
    let now = NOW;
    const { store, screen } = show(createFakeClient({ a: fresh }, () => now));
    await waitFor(() => expect(lightOf(screen, 'time')?.getAttribute('data-state')).toBe('pass'));
    store.now.value = NOW + 1;
    await waitFor(() => expect(screen.getByRole('timer').textContent).toBe('4 min 31 sec'));
    now = NOW + 272 + 180;
    store.now.value = now;
    await waitFor(() => expect(screen.getByRole('timer').textContent).toBe('expired 3 min ago'));
    await waitFor(() => expect(lightOf(screen, 'time')?.getAttribute('data-state')).toBe('fail'));
  });

  it('exports the claims, and the signature only when asked', async () => {
    const client = createFakeClient({ a: fresh }, () => NOW);
    const { screen } = show(client);
    fireEvent.click(await screen.findByRole('button', { name: 'Copy JSON' }));
    await waitFor(() => expect(client.calls.copied).toHaveLength(1));
    expect(JSON.parse(client.calls.copied[0] ?? '')).toEqual({ userId: 1, name: '상균', role: 'USER', iat: NOW - 28, exp: NOW + 272 });
    expect(client.calls.copied[0]).toContain('상균');
    fireEvent.click(screen.getByLabelText('Include the signature'));
    fireEvent.click(screen.getByRole('button', { name: 'Save JSON' }));
    await waitFor(() => expect(client.calls.saved).toHaveLength(1));
    const [text, name] = client.calls.saved[0] ?? ['', ''];
    expect(text).toContain(fresh.split('.')[2]);
    expect(name).toBe('claims-localhost-1-2027-01-15-08-00-00.json');
  });

  it('lists an opaque session cookie instead of hiding it, and claims nothing about it', async () => {
    const client = createFakeClient({ a: 'k3Jd9sLq0aPzX7mW2vB8nC5t' }, () => NOW);
    client.view = { ...client.view, tokens: [entryOf('a', 'k3Jd9sLq0aPzX7mW2vB8nC5t', { kind: 'opaque', guess: 'session-id' })] };
    const { screen } = show(client);
    await screen.findByText(/Nothing to decode: the server keeps the state/);
    expect(screen.getByRole('button', { name: /Session ID/ })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Verification' })).toBeNull();
  });

  it('says what it cannot see yet and asks for this one host', async () => {
    const client = createFakeClient({ a: fresh }, () => NOW, { access: 'active-tab', fromStart: false });
    const { screen } = show(client);
    await screen.findByText(/HttpOnly cookies and the tokens in requests are not visible/);
    fireEvent.click(screen.getByRole('button', { name: 'Watch this site' }));
    expect(client.calls.watched).toEqual([['*://localhost/*']]);
  });

  it('offers to reload a page that recording did not begin with', async () => {
    const client = createFakeClient({}, () => NOW, { fromStart: false });
    const { screen } = show(client);
    fireEvent.click(await screen.findByRole('button', { name: 'Reload the page' }));
    expect(client.calls.reloaded).toEqual([1]);
  });

  it('shows hostile claims as text', async () => {
    const encode = (value: string) => Buffer.from(value).toString('base64url');
    const hostile = '<img src=x onerror=alert(1)>';
    const token = `${encode('{"alg":"HS256"}')}.${encode(JSON.stringify({ name: hostile, [hostile]: hostile, __proto__: 1 }))}.c2ln`;
    const { screen } = show(createFakeClient({ a: token }, () => NOW));
    const payload = await screen.findByRole('region', { name: 'Payload' });
    expect(payload.textContent).toContain(hostile);
    expect(payload.querySelector('img')).toBeNull();
  });

  it('follows new tokens without losing the chosen one', async () => {
    const client = createFakeClient({ a: fresh }, () => NOW);
    const { store, screen } = show(client);
    await screen.findByRole('region', { name: 'Payload' });
    store.select('a');
    client.view = { ...client.view, tokens: [entryOf('b', 'abc', { kind: 'opaque', guess: 'session-id' }), ...client.view.tokens] };
    client.push({ type: 'tab-changed', tabId: 1 });
    await waitFor(() => expect(within(screen.getByRole('list', { name: 'Tokens' })).getAllByRole('button')).toHaveLength(2));
    expect(store.selected.value?.id).toBe('a');
  });

  it('speaks Korean', async () => {
    installLocale('ko');
    const { screen } = show(createFakeClient({ a: fresh }, () => NOW));
    await screen.findByRole('region', { name: '검증' });
    expect(screen.getByRole('timer', { name: '만료까지' }).textContent).toBe('4분 32초');
  });
});
