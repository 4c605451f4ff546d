import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { siteIsHttps } from '#app/platform/links.server.ts';

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
        // Style attributes carry only the numbers that pictures are drawn from.
        styleSrcAttr: ["'unsafe-inline'"],
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
