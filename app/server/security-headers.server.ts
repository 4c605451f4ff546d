import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { env } from '#app/platform/env.server.ts';

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
    strictTransportSecurity: env.APP_URL.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}
