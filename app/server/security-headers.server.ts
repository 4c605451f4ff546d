import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { siteIsHttps } from '#app/platform/links.server.ts';
import { databaseAwayCss } from '#app/ui/document/database-away.ts';

/** Headers of every answer, with an enforced content security policy under `res.locals.nonce`. */
export function securityHeaders(development: boolean): RequestHandler {
  const nonce = (_: unknown, res: unknown) =>
    `'nonce-${(res as { locals: { nonce: string } }).locals.nonce}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
        // What a script of ours sets one by one (a row while it is dragged) is no attribute.
        styleSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(development ? ['ws:'] : [])],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // For this host alone: what runs beside it under the same domain is not ours to decide.
    strictTransportSecurity: siteIsHttps && { includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/** The content policy of the page of a missing database, which has a style element of its own. */
export const databaseAwayPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(databaseAwayCss).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');
