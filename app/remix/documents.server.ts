import {
  createRequestHandler,
  type EntryContext,
  type HeadersFunction,
  type RequestHandler,
  type ServerBuild,
} from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import type { AppLoadContext } from '@remix-run/server-runtime';
import { encode } from 'turbo-stream';
import { asksForPage } from './addresses.ts';
import { readHandoff } from './handoff.server.ts';
import { keepHtml } from './html-response.server.ts';
import { encodedPlain } from './plain-data.server.ts';
import { type Kept, keptParts, renderPage } from './render-page.server.tsx';

type StaticContext = EntryContext['staticHandlerContext'];

/** What the pages of a leaf have in common: taken from one that Remix made. */
interface Template {
  entry: EntryContext;
  kept: Kept | null;
}

/**
 * Answers for one leaf route, of whose branch `build` is. A page that goes well is made without
 * Remix's handler, which makes six Requests, as many matches and two streams on the way to the same
 * loaders and the same markup: the first page of the leaf is Remix's, and says how the next are
 * rendered. Whatever else an answer may be (data, a form, a redirect, an error, headers of its own)
 * stays Remix's; it then finds what the loaders answered, so that none is called twice.
 */
export function leafHandler(build: ServerBuild, leaf: string): RequestHandler {
  const remix = createRequestHandler(prepared(build), 'production');
  const page = build.routes[leaf]?.module;
  if (!page?.default || page.headers) return remix;
  let template: Template | null = null;

  return async (request, context) => {
    if (!context || request.method !== 'GET' || !asksForPage(request.url)) {
      return remix(request, context);
    }
    if (!template) {
      const response = await remix(request, context);
      if (response.status === 200 && context.entry) template = templateOf(context.entry, request);
      return response;
    }
    return (await pageOf(build, template, request, context)) ?? remix(request, context);
  };
}

/**
 * The same build, whose loaders do not run again for a request that has their answers, and whose
 * limited forms say when to send them again.
 */
function prepared(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { module } = route;
    const { loader, headers = retryAfter } = module;
    const settled: typeof loader =
      loader &&
      ((args) =>
        args.context.settled?.get(id) ??
        (args.request.method === 'HEAD' ? headOf(loader(args)) : loader(args)));
    return [id, { ...route, module: { ...module, headers, loader: settled } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** Of a stream, which Remix would neither send nor cancel. */
async function headOf(answer: unknown): Promise<unknown> {
  const value = await answer;
  if (!(value instanceof Response) || !value.body) return value;
  await value.body.cancel();
  return new Response(null, value);
}

// Of an action's headers Remix passes on cookies only.
const retryAfter: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders.get('Retry-After');
  const known: Record<string, string> = seconds ? { 'Retry-After': seconds } : {};
  return known;
};

function templateOf(entry: EntryContext, request: Request): Template {
  const kept = keptParts(entry, request.url);
  const staticHandlerContext = { ...entry.staticHandlerContext, loaderData: {} };
  return { entry: { ...entry, staticHandlerContext }, kept };
}

/** The page, when every loader answers with plain data. */
async function pageOf(
  build: ServerBuild,
  { entry, kept }: Template,
  request: Request,
  context: AppLoadContext,
): Promise<Response | null> {
  const [root] = entry.staticHandlerContext.matches;
  const url = new URL(request.url);
  const matches = root && matchRoutes([root.route], url.pathname);
  if (!matches) return null;
  const settled = new Map<string, Promise<unknown>>();
  for (const { route, params } of matches) {
    const loader = build.routes[route.id ?? '']?.module.loader;
    if (loader)
      settled.set(
        route.id ?? '',
        answerOf(() => loader({ request, params, context })),
      );
  }
  context.settled = settled;
  const loaderData = await dataOf(matches, settled);
  if (!loaderData) return null;

  const { pathname, search } = url;
  const staticHandlerContext: StaticContext = {
    ...entry.staticHandlerContext,
    location: { pathname, search, hash: '', state: null, key: 'default' },
    matches: matches as StaticContext['matches'],
    loaderData,
  };
  const state = { loaderData, actionData: null, errors: null };
  const handoff = encodedPlain(state) ?? (await readHandoff(encode(state)));
  const { nonce, requestId } = context;
  try {
    const page = { ...entry, staticHandlerContext, renderMeta: {} };
    const html = renderPage({ entry: page, url: request.url, handoff, nonce, requestId, kept });
    return keepHtml(html, 200, new Headers({ 'Content-Type': 'text/html; charset=utf-8' }));
  } catch {
    // Remix meets the same error, and renders the boundary.
    return null;
  }
}

/** A loader's answer, also when it throws before it awaits. */
const answerOf = async (load: () => unknown) => load();

/** What the loaders of a branch answered; null when one of them did not answer with plain data. */
async function dataOf(
  matches: readonly { route: { id?: string } }[],
  settled: ReadonlyMap<string, Promise<unknown>>,
): Promise<StaticContext['loaderData'] | null> {
  const answers = await Promise.allSettled(
    matches.map(({ route }) => settled.get(route.id ?? '') ?? null),
  );
  const loaderData: StaticContext['loaderData'] = {};
  for (const [at, answer] of answers.entries()) {
    const plain = answer.status === 'fulfilled' && plainOf(answer.value);
    if (!plain) return null;
    loaderData[matches[at]?.route.id ?? ''] = plain.data;
  }
  return loaderData;
}

/** The data of an answer; null when it is a Response, says a status or headers, or says nothing. */
function plainOf(value: unknown): { data: unknown } | null {
  if (value === undefined || value instanceof Response) return null;
  const { type, data, init } = (value ?? {}) as { type?: unknown; data?: unknown; init?: unknown };
  if (type !== 'DataWithResponseInit') return { data: value };
  return init ? null : { data };
}
