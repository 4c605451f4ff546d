import type { IncomingMessage, ServerResponse } from 'node:http';
import { keptHtml } from './html-response.server.ts';

/** The most a form may carry: a note of 20,000 characters, encoded, and room for its fields. */
const BODY_LIMIT = 256 * 1024;

export class BodyTooLarge extends Error {}

/**
 * The web Request of a Node request, its body read whole.
 * @throws BodyTooLarge
 */
export async function webRequest(req: IncomingMessage, origin: string): Promise<Request> {
  const method = req.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  const path = (req.url ?? '/').replace(/^\/{2,}/, '/');
  const body = method === 'GET' || method === 'HEAD' ? undefined : await bodyOf(req);
  return new Request(origin + path, { method, headers, body });
}

async function bodyOf(req: IncomingMessage): Promise<ArrayBuffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

/** Writes a web Response, pages as the one string they were rendered to. */
export async function send(
  response: Response,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) res.appendHeader('Set-Cookie', cookie);
  const body = keptHtml(response) ?? Buffer.from(await response.arrayBuffer());
  if (req.method === 'HEAD' || response.status === 304 || response.status === 204) res.end();
  else res.end(body);
}
