import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { siteIsHttps } from '#app/platform/links.server.ts';
import { databaseAwayCss } from '#app/ui/document/database-away.ts';

/** Where the nonce of an answer stands in its headers. */
const NONCE = 'nonce-of-the-answer';

/**
 * Headers of every answer, with an enforced content security policy under `res.locals.nonce`. They
 * differ by that alone: helmet is asked once.
 */
export function securityHeaders(development: boolean): RequestHandler {
  const headers = headersOf(development).map(([name, value]) => ({
    name,
    pieces: value.split(NONCE),
  }));
  return (_req, res, next) => {
    const { nonce } = res.locals as { nonce: string };
    for (const { name, pieces } of headers) res.setHeader(name, pieces.join(nonce));
    next();
  };
}

function headersOf(development: boolean): [name: string, value: string][] {
  const headers: [string, string][] = [];
  const answer = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader() {},
  } as unknown as ServerResponse;
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", `'nonce-${NONCE}'`],
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
  secure({} as IncomingMessage, answer, (error) => {
    if (error) throw error;
  });
  return headers;
}

/** The content policy of the page of a missing database, which has a style element of its own. */
export const databaseAwayPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(databaseAwayCss).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');
