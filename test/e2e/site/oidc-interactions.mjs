import { readFile } from 'node:fs/promises';
import { readBody, Refusal, send } from './http.mjs';
import { consentPage, page, signInPage } from './oidc-pages.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('oidc-provider').Interaction} Interaction */

const FILES = new Map([
  ['/theme.css', 'text/css; charset=utf-8'],
  ['/idp.css', 'text/css; charset=utf-8'],
  ['/sign-out.js', 'text/javascript; charset=utf-8'],
  ['/demo.svg', 'image/svg+xml'],
]);

/** @param {Interaction} interaction @param {Request} request @returns {'en' | 'ko'} */
function languageOf({ params }, request) {
  return /^ko\b/.test(params.ui_locales ?? request.headers['accept-language'] ?? '') ? 'ko' : 'en';
}

/** The sign-in and consent pages, which oidc-provider leaves to whoever uses it. */
export class Interactions {
  #provider;
  #accountFor;
  #formTargets;

  /**
   * @param {import('oidc-provider').Provider} provider
   * @param {string[]} siteOrigins where a form may end up: the redirects after it count as well
   * @param {(name: string) => string} accountFor
   */
  constructor(provider, siteOrigins, accountFor) {
    this.#provider = provider;
    this.#accountFor = accountFor;
    this.#formTargets = siteOrigins.join(' ');
  }

  /** @param {import('node:http').RequestListener} next @returns {import('node:http').RequestListener} */
  before(next) {
    return (request, response) => {
      const path = (request.url ?? '/').replace(/\?.*$/s, '');
      response.setHeader('Content-Security-Policy', this.#policy());
      if (FILES.has(path)) this.#guard(response, () => this.#file(path, response));
      else if (path.startsWith('/interaction/')) this.#guard(response, () => this.#interact(path, request, response));
      else next(request, response);
    };
  }

  #policy() {
    return `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${this.#formTargets}`;
  }

  /** @param {Response} response @param {() => Promise<void>} work */
  #guard(response, work) {
    work().catch((/** @type {unknown} */ error) => {
      const expected = error instanceof Refusal || (error instanceof Error && error.name === 'SessionNotFound');
      if (!expected) console.error(error);
      if (response.headersSent) response.destroy();
      else this.#html(response, page({ lang: 'en', title: 'Sign-in failed', body: '<p>Go back to the demo site and start again.</p>' }), 400);
    });
  }

  /** @param {Response} response @param {string} content */
  #html(response, content, status = 200) {
    send(response, { status, content, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }

  /** @param {string} path @param {Response} response */
  async #file(path, response) {
    const content = await readFile(new URL(`pages${path}`, import.meta.url));
    send(response, { status: 200, content, headers: { 'Content-Type': FILES.get(path) ?? '' } });
  }

  /** @param {string} path @param {Request} request @param {Response} response */
  async #interact(path, request, response) {
    const interaction = await this.#provider.interactionDetails(request, response);
    if (path !== `/interaction/${interaction.uid}`) throw new Refusal(404, 'another interaction');
    if (request.method === 'POST') return this.#finish(interaction, request, response);
    const lang = languageOf(interaction, request);
    if (interaction.prompt.name === 'login') return this.#html(response, signInPage(lang, path));
    const scopes = (interaction.params.scope ?? '').split(' ');
    return this.#html(response, consentPage(lang, path, scopes));
  }

  /** @param {Interaction} interaction @param {Request} request @param {Response} response */
  async #finish(interaction, request, response) {
    const form = new URLSearchParams(await readBody(request));
    const name = form.get('name')?.trim().slice(0, 60);
    if (form.get('answer') === 'sign-in' && interaction.prompt.name === 'login' && name) {
      const result = { login: { accountId: this.#accountFor(name) } };
      return this.#provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    if (form.get('answer') === 'allow' && interaction.prompt.name === 'consent') {
      return this.#provider.interactionFinished(request, response, { consent: { grantId: await this.#grant(interaction) } });
    }
    const denied = { error: 'access_denied', error_description: 'access was denied' };
    return this.#provider.interactionFinished(request, response, denied, { mergeWithLastSubmission: false });
  }

  /** @param {Interaction} interaction */
  async #grant({ prompt: { details }, params, grantId, session }) {
    const found = grantId === undefined ? undefined : await this.#provider.Grant.find(grantId);
    const grant = found ?? new this.#provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id });
    if (details.missingOIDCScope) grant.addOIDCScope(details.missingOIDCScope.join(' '));
    if (details.missingOIDCClaims) grant.addOIDCClaims(details.missingOIDCClaims);
    for (const [resource, scopes] of Object.entries(details.missingResourceScopes ?? {})) grant.addResourceScope(resource, scopes.join(' '));
    return grant.save();
  }
}
