import { type Answer, ask, type Entrance } from './entrance.ts';
import { encode, type Fields, type Form, formOn } from './page.ts';
import { must } from './situation.ts';

/** How a browser sends a form. Older ones know Origin only. */
export type Browser = 'with scripts' | 'without scripts' | 'an older browser';

export interface Sent extends Answer {
  /** where the answer leads to; '' when it leads nowhere */
  leadsTo: string;
}

/** Somebody at a browser of this kind, who keeps cookies and sends what such a browser sends. */
export class Visitor {
  readonly entrance: Entrance;
  readonly browser: Browser;
  readonly from: string;
  /** headers that somebody adds by hand */
  readonly forged: Record<string, string>;
  #cookies = new Map<string, string>();
  /** the attributes of every cookie that came */
  readonly cookiesSet: string[] = [];

  constructor(
    entrance: Entrance,
    browser: Browser,
    { from = '127.0.0.1', forged = {} }: { from?: string; forged?: Record<string, string> } = {},
  ) {
    this.entrance = entrance;
    this.browser = browser;
    this.from = from;
    this.forged = forged;
  }

  /** What its Cookie header says. */
  get cookie(): string {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ');
  }

  /** Opens a page. */
  get(path: string): Promise<Answer> {
    return this.#ask('GET', path, { accept: 'text/html', ...this.#site('navigate') });
  }

  /** Fills in the form of a page that has these fields, and sends it. */
  async submit(page: Answer, path: string, fields: Fields): Promise<Sent> {
    must(page.status === 200, `the page with the form answered ${page.status}`);
    const form = formOn(page.body, fields);
    must(form, `${path} has no form with ${Object.keys(fields).join(', ') || 'a button'}`);
    return this.send(form, path, fields, page.header('referrer-policy'));
  }

  async send(form: Form, path: string, fields: Fields, policy = ''): Promise<Sent> {
    const { body, type } = encode(form, fields);
    const to = form.action || path;
    const scripts = this.browser === 'with scripts';
    const answer = await this.#ask(
      'POST',
      scripts ? dataPath(to) : to,
      {
        ...{ accept: scripts ? '*/*' : 'text/html', 'content-type': type },
        ...{ origin: this.#origin(policy), ...this.#site(scripts ? 'cors' : 'navigate') },
      },
      body,
    );
    return { ...answer, leadsTo: scripts ? ledByData(answer) : answer.header('location') };
  }

  /** Fetch: only what scripts ask for keeps its Origin under `Referrer-Policy: no-referrer`. */
  #origin(policy: string): string {
    const last = policy.split(',').at(-1)?.trim();
    return last === 'no-referrer' && this.browser !== 'with scripts'
      ? 'null'
      : this.entrance.origin;
  }

  #site(mode: string): Record<string, string> {
    if (this.browser === 'an older browser') return {};
    return { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': mode };
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: Buffer,
  ): Promise<Answer> {
    const { cookie } = this;
    const all = { ...headers, ...(cookie && { cookie }), ...this.forged };
    // What follows a # stays with the browser.
    const [asked = path] = path.split('#', 1);
    const answer = await ask(this.entrance, {
      method,
      path: asked,
      headers: all,
      body,
      from: this.from,
    });
    for (const line of answer.cookies) this.#keep(line);
    return answer;
  }

  /** As browsers do, a Secure cookie over http and a `__Host-` one for more than its host are lost. */
  #keep(line: string): void {
    this.cookiesSet.push(line);
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const has = (attribute: RegExp) => attributes.some((one) => attribute.test(one));
    if (has(/^secure$/i) && !this.entrance.origin.startsWith('https:')) return;
    const forHost = has(/^secure$/i) && has(/^path=\/$/i) && !has(/^domain=/i);
    if (name.startsWith('__Host-') && !forHost) return;
    this.#cookies.set(name, value);
  }
}

/** The address at which Remix's scripts send the form of a page. */
function dataPath(path: string): string {
  const [pathname = '', query] = path.split('?', 2);
  return `${pathname === '/' ? '/_root' : pathname}.data${query ? `?${query}` : ''}`;
}

/** Scripts hear of a redirect in the data, with status 202. */
function ledByData({ status, body }: Answer): string {
  if (status !== 202) return '';
  return /"redirect","([^"]*)"/.exec(body)?.[1] ?? '';
}
