import { publicLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { readFeed } from '#app/calendars/feed/commands/read-feed.server.ts';

/** What a calendar program reads. Nothing between it and here keeps it: who is in no circle reads none. */
export const loader = publicLoader(async ({ params, request }) => {
  const [, token] = /^(.+)\.ics$/.exec(params.token ?? '') ?? [];
  const read = await readFeed(found(token));
  if (!read.ok && read.reason === 'too-often') {
    return new Response(null, { status: 429, headers: { 'Retry-After': `${read.retryAfter}` } });
  }
  const { text, etag, changedAt } = found(read.ok ? read : null);
  const headers = new Headers({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  if (changedAt) headers.set('Last-Modified', changedAt.toUTCString());
  const known = request.headers.get('If-None-Match') ?? '';
  if (known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('Content-Type', 'text/calendar; charset=utf-8');
  headers.set('Content-Disposition', 'inline; filename="octavo.ics"');
  return new Response(text, { headers });
});
