import type { EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import type { AppLoadContext } from '@remix-run/server-runtime';
import { log } from '#app/platform/log.server.ts';
import { readHandoff } from '#app/server/handoff.server.ts';
import { keepHtml } from '#app/server/html-response.server.ts';
import { renderPage } from '#app/server/render-page.server.tsx';

export { backUp, restoreFrom } from '#app/server/backups.server.ts';
export { httpApp } from '#app/server/http.server.ts';
export { printSignInLink } from '#app/server/sign-in-link.server.ts';
export { serve } from './server.ts';

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const handoff = entry.serverHandoffStream ? await readHandoff(entry.serverHandoffStream) : '';
  entry.serverHandoffStream = undefined;
  context.entry = entry;
  const { nonce, requestId } = context;
  const html = renderPage({ entry, url: request.url, handoff, nonce, requestId });
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return keepHtml(html, status, headers);
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
