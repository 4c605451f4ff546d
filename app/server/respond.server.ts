import type { IncomingMessage, ServerResponse } from 'node:http';
import { UploadTooLarge } from '#app/platform/forms/upload.server.ts';
import { pagePath } from '#app/remix/addresses.ts';
import { keptHtml } from '#app/remix/html-response.server.ts';
import { tellOwnHost } from '#app/remix/own-host.server.ts';
import { passOn } from './pass-on.server.ts';

/** The most a form may carry: a note of 20,000 characters, encoded, and room for its fields. */
const BODY_LIMIT = 256 * 1024;

/** Where a file may be sent, and with its form's other fields no more than so many bytes. */
const UPLOADS = '/shelf/imports/new';
const UPLOAD_LIMIT = 31 * 1024 * 1024;

export class BodyTooLarge extends Error {}

/**
 * The web Request of a Node request, its body read whole, or, where files are sent, as it comes.
 * @throws BodyTooLarge
 */
export async function webRequest(req: IncomingMessage, url: URL): Promise<Request> {
  const method = req.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  tellOwnHost(headers, url);
  if (method === 'POST' && pagePath(url.pathname) === UPLOADS) {
    const init = { method, headers, body: streamOf(req), duplex: 'half' };
    return new Request(url, init as RequestInit);
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : await bodyOf(req);
  return new Request(url, { method, headers, body });
}

/** A body while it comes in. Reading it throws UploadTooLarge beyond the limit. */
function streamOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  let size = 0;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        req.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > UPLOAD_LIMIT) {
            controller.error(new UploadTooLarge());
            leave(req);
            return;
          }
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) req.pause();
        });
        req.once('end', () => controller.close());
        req.once('error', (error) => controller.error(error));
        req.pause();
      },
      pull: () => void req.resume(),
      cancel: () => leave(req),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 256 * 1024 }),
  );
}

/** Reads no further; what becomes of the rest is up to lastWords. */
function leave(req: IncomingMessage): void {
  req.removeAllListeners('data').removeAllListeners('end').pause();
}

async function bodyOf(req: IncomingMessage): Promise<ArrayBuffer> {
  if (Number(req.headers['content-length'] ?? 0) > BODY_LIMIT) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

/**
 * Writes a web Response, pages as the one string they were rendered to.
 * @param stop aborted once the process is to stop
 * @throws what reading the body throws
 */
export async function send(
  response: Response,
  req: IncomingMessage,
  res: ServerResponse,
  stop?: AbortSignal,
): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) res.appendHeader('Set-Cookie', cookie);
  const page = keptHtml(response);
  if (req.method === 'HEAD' || response.status === 304 || response.status === 204) {
    res.end();
    await response.body?.cancel();
  } else if (page !== undefined) res.end(page);
  else if (response.body) await passOn(response.body, res, stop);
  else res.end();
}
