import type { EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { AppLoadContext } from '@remix-run/server-runtime';
import { renderToString } from 'react-dom/server';
import { log } from '#app/platform/log.server.ts';
import { readHandoff } from '#app/server/handoff.server.ts';
import { keepHtml } from '#app/server/html-response.server.ts';
import { PageContext } from '#app/ui/page-context.ts';

export { httpApp } from '#app/server/http.server.ts';
export { serve } from './server.ts';

/**
 * Renders a page to one string. Nothing here suspends (loaders await what they need), so a stream
 * would only add hand-offs: the loader data is read whole first and follows the markup as the
 * scripts that the browser's half of Remix expects.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const handoff = entry.serverHandoffStream ? await readHandoff(entry.serverHandoffStream) : '';
  entry.serverHandoffStream = undefined;
  const markup = renderToString(
    <PageContext.Provider value={{ nonce, requestId }}>
      <RemixServer context={entry} url={request.url} nonce={nonce} />
    </PageContext.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return keepHtml(`<!doctype html>${markup}${handoffScripts(handoff, nonce)}`, status, headers);
}

function handoffScripts(handoff: string, nonce: string): string {
  if (!handoff) return '';
  const open = `<script nonce="${nonce}">`;
  // JSON inside a script element: < must not be able to close it.
  const text = JSON.stringify(handoff).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return (
    `${open}window.__remixContext.streamController.enqueue(${text});</script>` +
    `${open}window.__remixContext.streamController.close();</script>`
  );
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // Asked for in a way that no page answers (a method, an address): nothing of ours failed.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const at = new URL(request.url).pathname.replace(
    /\/(join|setup|sign-up|reset-password|confirm-email|demo)\/[^/]+/,
    '/$1/…',
  );
  log.error(
    { err: error, requestId: context.requestId, method: request.method, at },
    'request failed',
  );
};
