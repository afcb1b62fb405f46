import { createHash, randomBytes } from 'node:crypto';

/** A browser's memory, as far as these tests need one: cookies by host, whatever the port, as browsers keep them. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const gone = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  post(url: string | URL, json: object = {}): Promise<Response> {
    return this.fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json) });
  }

  form(url: string | URL, fields: Record<string, string>): Promise<Response> {
    return this.fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Follows redirects until a page, or an address that starts with `stop`, is reached. */
  async follow(response: Response, stop: string): Promise<{ url: URL; response: Response }> {
    let [url, current] = [new URL(response.url), response];
    for (let hop = 0; hop < 10 && current.headers.has('location'); hop += 1) {
      url = new URL(current.headers.get('location') ?? '', url);
      if (url.href.startsWith(stop)) break;
      current = await this.fetch(url);
    }
    return { url, response: current };
  }
}

export function bearer(token: string): RequestInit {
  return { headers: { Authorization: `Bearer ${token}` } };
}

export type Tokens = Record<'access_token' | 'id_token' | 'refresh_token', string>;

interface Provider {
  issuer: string;
  clientId: string;
  redirectUri: string;
  resource: string;
}

/** Authorization code with PKCE, through both pages of the provider. */
export async function signIn(visitor: Visitor, { issuer, clientId, redirectUri, resource }: Provider): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const authorize = new URL('/auth', issuer);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile offline_access api:read',
    prompt: 'consent',
    resource,
    state: 'state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const login = await visitor.follow(await visitor.fetch(authorize), redirectUri);
  const consent = await visitor.follow(await visitor.form(login.url, { name: '상균', answer: 'sign-in' }), redirectUri);
  const back = await visitor.follow(await visitor.form(consent.url, { answer: 'allow' }), redirectUri);
  const code = back.url.searchParams.get('code') ?? '';
  const fields = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri, code, code_verifier: verifier };
  return (await visitor.form(new URL('/token', issuer), fields)).json() as Promise<Tokens>;
}
