import type { RequestAccess } from '#app/access/request-access.server.ts';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    access: RequestAccess;
    requestId: string;
    nonce: string;
    /** what the loaders answered, by route, when they were called before Remix */
    settled?: Map<string, Promise<unknown>>;
    /** what Remix rendered the page from */
    entry?: import('@remix-run/node').EntryContext;
  }
}
