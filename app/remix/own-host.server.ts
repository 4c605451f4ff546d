/**
 * Remix compares the host of a form's Origin with Host or X-Forwarded-Host and answers 500 where they
 * differ. Whether another site sent the request is decided by then (cross-site.server.ts), so it is
 * told of one host only: ours.
 */
export function tellOwnHost(headers: Headers, { host, origin }: URL): void {
  headers.set('Host', host);
  headers.delete('X-Forwarded-Host');
  if (headers.has('Origin')) headers.set('Origin', origin);
}
