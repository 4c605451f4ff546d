import type { HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { log } from '#app/platform/log.server.ts';

export { handleRequest as default } from '#app/remix/first-page.server.ts';
export { backUp, restoreFrom } from '#app/server/backups.server.ts';
export { httpApp } from '#app/server/http.server.ts';
export { printSignInLink } from '#app/server/sign-in-link.server.ts';
export { serve } from './server.ts';

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
