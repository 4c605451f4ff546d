import { adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { outboxMailFor } from '#app/site/queries/outbox.server.ts';

/** A document of its own: mail is styled where it stands, which no page of ours may be. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

export const loader = adminLoader(async ({ admin, params }) => {
  const html = found(await outboxMailFor(admin, params.message ?? ''));
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'private, no-store',
    },
  });
});
