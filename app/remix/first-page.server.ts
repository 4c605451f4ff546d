import type { EntryContext } from '@remix-run/node';
import type { AppLoadContext } from '@remix-run/server-runtime';
import { readHandoff } from './handoff.server.ts';
import { keepHtml } from './html-response.server.ts';
import { renderPage } from './render-page.server.tsx';

/** Renders what Remix's own handler answers with a page: its entry point for that. */
export async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const handoff = entry.serverHandoffStream ? await readHandoff(entry.serverHandoffStream) : '';
  entry.serverHandoffStream = undefined;
  context.entry = entry;
  const { nonce, requestId } = context;
  const html = renderPage({ entry, url: request.url, handoff, nonce, requestId });
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return keepHtml(html, status, headers);
}
