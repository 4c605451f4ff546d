import type { RequestAccess } from '#app/access/request-access.server.ts';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    access: RequestAccess;
    requestId: string;
    nonce: string;
  }
}
