import { data, redirect, type ServerBuild } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLoaderData,
  useRouteError,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { RequestAccess } from '#app/access/request-access.server.ts';
import { leafHandler } from '#app/remix/documents.server.ts';
import { keptHtml } from '#app/remix/html-response.server.ts';
import { KeptPart } from '#app/ui/document/kept-part.tsx';
import { PageContext } from '#app/ui/document/page-context.ts';
import { makeWorld } from '#tests/routes/world.ts';
import { ask } from '#tests/support/ask.ts';
import { serverBuild } from '#tests/support/server-build.ts';

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});

afterEach(() => {
  vi.useRealTimers();
});

/** What differs from one answer to the next of the same page. */
const steady = (html: string) => html.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'key');

test.each([
  '/',
  '/account',
  '/cards',
  '/circles',
  '/circles/:circle',
  '/circles/:circle/people',
  '/circles/:circle/reading',
  '/circles/:circle/sessions',
  '/circles/:circle/sessions/:session',
  '/circles/:circle/threads',
  '/circles/:circle/threads/:thread',
])('%s is the same page, made by Remix at first and without it then', async (pattern) => {
  const path = pattern.replace(/:(\w+)/g, (_, name) => String(world.params[name]));
  const cookie = await world.cookieOf('member');
  // Pages say what time it is, and a visit marks what is new as seen.
  vi.useFakeTimers({ toFake: ['Date'] });
  const seen = await ask(path, { cookie, headers: { 'Sec-Purpose': 'prefetch' } });
  const then = await ask(path, { cookie, headers: { 'Sec-Purpose': 'prefetch' } });
  expect(seen.status).toBe(200);
  expect(seen.body).toContain('<script nonce="n0nce">window.__remixContext');
  expect(steady(then.body)).toBe(steady(seen.body));
});

interface Small {
  (path?: string, method?: string): Promise<{ status: number; html: string; headers: Headers }>;
  /** how often the page's loader ran */
  loads(): number;
}

/** A product of one page at /:name, whose loader answers as told. */
function small(answer: (name: string) => unknown, view: () => ReactNode = Page): Small {
  let loads = 0;
  const page = {
    default: view,
    loader: ({ params }: { params: { name?: string } }) => {
      loads += 1;
      return answer(params.name ?? '');
    },
  };
  const root = { default: Outlet, Layout: Frame, ErrorBoundary: Wrong };
  const build = {
    ...serverBuild,
    routes: {
      root: { id: 'root', path: '', module: root },
      page: { id: 'page', parentId: 'root', path: ':name', module: page },
    },
    assets: {
      ...serverBuild.assets,
      routes: { root: asset('root'), page: { ...asset('page'), parentId: 'root', path: ':name' } },
    },
  } as unknown as ServerBuild;
  const handle = leafHandler(build, 'page');
  let nonce = 0;
  const get = async (path = '/Noor', method = 'GET') => {
    const context = {
      access: new RequestAccess(null, '', ''),
      nonce: `nonce-${nonce++}`,
      requestId: 'a-request',
    };
    const response = await handle(new Request(`http://localhost${path}`, { method }), context);
    const html = keptHtml(response) ?? (await response.text());
    return { status: response.status, html, headers: response.headers };
  };
  return Object.assign(get, { loads: () => loads });
}

const asset = (id: string) => ({ id, hasLoader: id === 'page', module: `/${id}.js` });

function Frame({ children }: { children: ReactNode }) {
  const { nonce } = useContext(PageContext);
  return (
    <html lang="en">
      <head>
        <Meta />
        <KeptPart name="links">
          <Links />
        </KeptPart>
      </head>
      <body>
        {children}
        <KeptPart name="scripts">
          <Scripts nonce={nonce} />
        </KeptPart>
      </body>
    </html>
  );
}

function Page() {
  return <p>{`Hello, ${(useLoaderData() as { name: string }).name}`}</p>;
}

function Wrong() {
  const error = useRouteError();
  return <p>{isRouteErrorResponse(error) ? `No: ${error.status}` : 'Broken'}</p>;
}

test('each answer has its own data and its own nonce, and nothing of the first', async () => {
  const get = small((name) => ({ name }));
  await get('/Ines');
  const { html } = await get('/Noor');
  expect(html).toContain('Hello, Noor');
  expect(html).toContain('<script nonce="nonce-1" type="module"');
  expect(html).not.toContain('Ines');
  expect(html).not.toContain('nonce-0');
  expect(html).not.toContain('data-kept');
  expect(get.loads()).toBe(2);
});

test.each([
  ['a redirect', () => redirect('/elsewhere'), 302],
  ['a thrown redirect', () => thrown(redirect('/elsewhere')), 302],
  ['a refusal', () => thrown(new Response(null, { status: 404 })), 404],
  ['a status of its own', () => data({ name: 'Noor' }, { status: 202 }), 202],
  ['a header of its own', () => data({ name: 'Noor' }, { headers: { 'Set-Cookie': 'a=b' } }), 200],
] as const)('%s is answered by Remix, from the one call of the loader', async (_, act, status) => {
  const get = small((name) => (name === 'other' ? act() : { name }));
  await get('/Noor');
  const answer = await get('/other');
  expect(answer.status).toBe(status);
  if (status === 302) expect(answer.headers.get('Location')).toBe('/elsewhere');
  if (status === 404) expect(answer.html).toContain('No: 404');
  if (status === 200) expect(answer.headers.get('Set-Cookie')).toBe('a=b');
  expect(get.loads()).toBe(2);
});

function thrown(value: Response): never {
  throw value;
}

test('a loader that breaks and a page that breaks end in the error page', async () => {
  const loader = small((name) => (name === 'other' ? JSON.parse('{') : { name }));
  await loader('/Noor');
  expect((await loader('/other')).html).toContain('Broken');
  expect(loader.loads()).toBe(2);

  const page = small(
    (name) => ({ name }),
    () => {
      if ((useLoaderData() as { name: string }).name === 'other') throw new Error('a bad render');
      return Page();
    },
  );
  await page('/Noor');
  const broken = await page('/other');
  expect(broken.status).toBe(500);
  expect(broken.html).toContain('Broken');
  expect((await page('/Noor')).html).toContain('Hello, Noor');
});

test('a page that broke at first is no model for those after it', async () => {
  const get = small((name) => (name === 'other' ? JSON.parse('{') : { name }));
  expect((await get('/other')).html).toContain('Broken');
  expect((await get('/Noor')).html).toContain('Hello, Noor');
  expect((await get('/Rui')).html).toContain('Hello, Rui');
});
