import { randomUUID } from 'node:crypto';
import path from 'node:path';
import compression from 'compression';
import express, {
  type Express,
  type RequestHandler as Handler,
  type Request,
  type Response,
} from 'express';
import { sql } from 'kysely';
import type { ViteDevServer } from 'vite';
import { AWAY_FOR } from '#app/access/refusals.server.ts';
import { RequestAccess } from '#app/access/request-access.server.ts';
import { calm } from '#app/platform/calm.server.ts';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { noticeForwarding } from '#app/platform/settings/proxy.server.ts';
import { type BuildSource, requestHandler } from '#app/remix/handler.server.ts';
import { databaseAwayHtml } from '#app/ui/document/database-away.ts';
import { isDatabaseAway } from '#db/away.ts';
import { db } from '#db/database.server.ts';
import { crossSiteRefusal } from './cross-site.server.ts';
import { lastWords } from './last-words.server.ts';
import { methods } from './methods.server.ts';
import { newNonce } from './nonce.server.ts';
import { oneClickToken, takeOneClick } from './one-click.server.ts';
import { isEventStream } from './pass-on.server.ts';
import { cameByPlainHttp } from './plain-http.server.ts';
import { urlOf } from './request-target.server.ts';
import { BodyTooLarge, send, webRequest } from './respond.server.ts';
import { databaseAwayPolicy, securityHeaders } from './security-headers.server.ts';

export interface HttpOptions {
  /** serves the browser's files, in development */
  vite?: ViteDevServer;
  /** counts every request, where somebody wants figures */
  measure?: Handler;
  /** aborted once the process is to stop */
  stop?: AbortSignal;
  /** shows the demo community */
  demo?: boolean;
}

/** The HTTP application: headers, assets, health, refusals, then Remix. */
export function httpApp(
  source: BuildSource,
  { vite, stop, measure, demo = false }: HttpOptions = {},
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', env.TRUST_PROXY);
  // Remix reads the query; Express would take it apart a second time.
  app.set('query parser', false);

  if (measure) app.use(measure);
  app.use(lastWords(stop));
  app.use((req, res, next) => {
    noticeForwarding(req.headers);
    res.locals.nonce = newNonce();
    res.locals.requestId = randomUUID();
    res.setHeader('X-Request-Id', res.locals.requestId);
    next();
  });
  app.use(securityHeaders(vite !== undefined));

  if (vite) app.use(vite.middlewares);
  else {
    const assets = path.resolve('build/client/assets');
    const immutable = express.static(assets, { immutable: true, maxAge: '1y', index: false });
    app.use('/assets', compression(), immutable, (_req, res) => res.status(404).end());
  }

  app.get(['/health/live', '/healthz'], (_req, res) => res.type('text').send('ok'));
  app.get(['/health/ready', '/readyz'], ready(stop));
  app.use(methods);
  app.use(compressed());
  app.use(remix(source, demo, stop));
  return app;
}

/** Compression for those who take it; its wrapping of the answer costs the others nothing. */
function compressed(): Handler {
  const filter: typeof compression.filter = (req, res) =>
    !isEventStream(res) && compression.filter(req, res);
  const compress = compression({ filter });
  return (req, res, next) => (req.headers['accept-encoding'] ? compress(req, res, next) : next());
}

/** For a load balancer: whether to send anybody here. */
function ready(stop?: AbortSignal): Handler {
  return async (_req, res) => {
    const answers = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    );
    res.type('text');
    if (stop?.aborted) res.status(503).send('Octavo is stopping.');
    else if (answers) res.send('ready');
    else res.status(503).send('The database does not answer.');
  };
}

function remix(source: BuildSource, demo: boolean, stop?: AbortSignal) {
  const handle = requestHandler(source);
  const origin = new URL(env.APP_URL).origin;
  return async (req: Request, res: Response) => {
    const startedAt = performance.now();
    const { nonce, requestId } = res.locals as { nonce: string; requestId: string };
    try {
      // Pages are about people: no cache keeps them unless a route says otherwise.
      res.setHeader('Cache-Control', 'private, no-store');
      const url = urlOf(req.url, origin);
      if (!url) {
        res.status(404).type('text').send('There is no such address.');
        return;
      }
      const refusal = crossSiteRefusal(req, origin);
      const oneClick = refusal && oneClickToken(req.method, url);
      if (oneClick) {
        const { status, words } = await takeOneClick(await webRequest(req, url), oneClick);
        res.status(status).type('text').send(words);
        return;
      }
      if (refusal) {
        res.status(403).type('text').send(refusal);
        return;
      }
      const access = new RequestAccess(
        req.headers.cookie ?? null,
        req.headers['user-agent'] ?? '',
        req.ip ?? '',
        demo,
        cameByPlainHttp(req),
      );
      const request = await webRequest(req, url);
      const response = await calm.answer(() => handle(request, { access, nonce, requestId }));
      for (const cookie of access.cookies) res.appendHeader('Set-Cookie', cookie);
      // Remix leaves out what an action says beside its page.
      if (response.status === 503) res.setHeader('Retry-After', String(AWAY_FOR));
      await send(response, req, res, stop);
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        res.status(413).type('text').send('That is more than Octavo accepts in one go.');
      } else if (isDatabaseAway(error) && !res.headersSent) {
        log.error({ err: error, requestId }, 'the database does not answer');
        res.status(503).set('Retry-After', String(AWAY_FOR));
        res.set('Content-Security-Policy', databaseAwayPolicy);
        res.type('html').send(databaseAwayHtml(req.originalUrl));
      } else {
        log.error({ err: error, requestId }, 'request failed outside a page');
        if (!res.headersSent)
          res.status(500).type('text').send(`Something broke. Request ${requestId}`);
        // What has begun must not be taken for whole.
        else res.destroy();
      }
    } finally {
      if (log.isLevelEnabled('info')) {
        const ms = Math.round((performance.now() - startedAt) * 10) / 10;
        log.info({ requestId, method: req.method, status: res.statusCode, ms }, 'request');
      }
    }
  };
}
