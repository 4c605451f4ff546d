import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { decode } from 'turbo-stream';
import { expect, test } from 'vitest';
import { asksForData, asksForPage, isData, pageAddress, pagePath } from '#app/remix/addresses.ts';
import { tellOwnHost } from '#app/remix/own-host.server.ts';
import { NoData } from '#app/ui/document/data-answers.ts';
import { ask } from '#tests/support/ask.ts';
import { serverBuild } from '#tests/support/server-build.ts';

// These hold what app/remix knows of Remix's inside against the Remix that is installed: they fail
// when an upgrade changes it.
const require = createRequire(import.meta.url);
const inside = (name: string, file: string) =>
  require(join(dirname(require.resolve(`@remix-run/${name}/package.json`)), 'dist', file));

test.each(['/', '/circles/7', '/circles/7?peek=2#note-3', '/a.b/c'])(
  'a script that navigates to %s asks for its data where we expect it',
  (path) => {
    const { singleFetchUrl } = inside('react', 'single-fetch.js');
    const asked: URL = singleFetchUrl(`http://localhost:3000${path}`);
    const page = new URL(path, 'http://localhost:3000');
    expect(asksForData(asked.href)).toBe(true);
    expect(asksForPage(asked.href)).toBe(false);
    expect(pagePath(asked.pathname)).toBe(page.pathname);
    asked.searchParams.set('_routes', 'root');
    expect(pageAddress(asked.href)).toBe(page.pathname + page.search);
    expect(asksForPage(page.href)).toBe(true);
  },
);

test.each(['/?index', '/?a=1&_routes=root', '/a.data', '/a.data?x=1'])(
  '%s is left to Remix',
  (path) => expect(asksForPage(`http://localhost${path}`)).toBe(false),
);

/** A product of one page, whose loader and action tell what they were asked. */
function telling() {
  const asked: string[] = [];
  const tell = ({ request }: LoaderFunctionArgs) => {
    asked.push(request.url);
    return { asked: request.url };
  };
  const page = { default: () => null, loader: tell, action: tell };
  const routes = {
    root: { id: 'root', path: '', module: { default: () => null } },
    page: { id: 'page', parentId: 'root', path: 'page', module: page },
  };
  const build = { ...serverBuild, routes } as unknown as ServerBuild;
  const handle = createRequestHandler(build, 'production');
  const context = { nonce: '', requestId: '' } as Parameters<typeof handle>[1];
  return { asked, answer: (request: Request) => handle(request, context) };
}

test('data is answered with Remix’s mark, and its own parameters are no page’s', async () => {
  const { asked, answer } = telling();
  const response = await answer(
    new Request('http://localhost/page.data?_routes=page&index&to=%2Fx'),
  );
  expect(isData(response)).toBe(true);
  expect(asked).toEqual(['http://localhost/page?to=%2Fx']);
});

test('a form from where only our host is told is taken, whatever stood in between', async () => {
  const { answer } = telling();
  const post = (tell: (headers: Headers, url: URL) => void) => {
    const url = new URL('http://localhost:3000/page.data');
    const headers = new Headers({
      ...{ Origin: 'https://circles.example.org', Host: 'inner:8080' },
      'X-Forwarded-Host': 'outer.example.org',
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    tell(headers, url);
    return answer(new Request(url, { method: 'POST', headers, body: 'a=b' }));
  };
  expect((await post(tellOwnHost)).status).toBe(200);
  // What there would be no need for, if Remix no longer compared them.
  expect((await post(() => {})).status).not.toBe(200);
});

test('loader data is written by the encoder that Remix’s browser half reads with', () => {
  const resolvedFrom = (file: string) => createRequire(file).resolve('turbo-stream');
  const ours = require.resolve('turbo-stream');
  for (const name of ['server-runtime', 'react']) {
    const theirs = resolvedFrom(require.resolve(`@remix-run/${name}/package.json`));
    expect(theirs, name).toBe(ours);
  }
});

test('the scripts of a page hand its data to Remix’s browser half', async () => {
  // The second page of a leaf is ours.
  await ask('/sign-in');
  const { body } = await ask('/sign-in');
  const scripts = [...body.matchAll(/<script nonce="n0nce">(.*?)<\/script>/gs)];
  const window: { __remixContext?: { stream: ReadableStream<Uint8Array> } } = {};
  for (const [, script = ''] of scripts) {
    if (script.includes('__remixContext')) {
      runInNewContext(script, { window, ReadableStream, TextEncoderStream });
    }
  }
  // As RemixBrowser reads it.
  const { value } = await decode(window.__remixContext?.stream as ReadableStream<Uint8Array>);
  const { loaderData, actionData, errors } = value as Record<string, Record<string, unknown>>;
  expect(Object.keys(loaderData ?? {})).toEqual(['root', 'routes/accounts/sign-in']);
  expect({ actionData, errors }).toEqual({ actionData: null, errors: null });
});

test('an answer without data is shown as Remix’s own errors are', () => {
  expect(isRouteErrorResponse(new NoData(502, { inFront: true, words: '' }))).toBe(true);
});
