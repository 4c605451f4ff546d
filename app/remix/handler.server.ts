import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';
import { pageHandler } from './pages.server.ts';

/** The product as Remix built it; in development, as it is now. */
export type BuildSource = ServerBuild | (() => Promise<ServerBuild>);

/** What answers a request for a page, a form or their data. */
export function requestHandler(source: BuildSource): RequestHandler {
  if (typeof source !== 'function') return pageHandler(source);
  return async (request, context) =>
    createRequestHandler(await source(), 'development')(request, context);
}
