import type { EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { keptPlace } from '#app/ui/document/kept-part.tsx';
import { PageContext, type PageContextValue } from '#app/ui/document/page-context.ts';

export interface PageParts {
  entry: EntryContext;
  url: string;
  /** loader data as Remix encodes it for the browser */
  handoff: string;
  nonce: string;
  requestId: string;
  /** the parts that need no rendering */
  kept?: Kept | null;
}

/**
 * Renders a page to one string. Nothing here suspends (loaders await what they need), so a stream
 * would only add hand-offs: the loader data follows the markup as the scripts that the browser's
 * half of Remix expects.
 */
export function renderPage({ entry, url, handoff, nonce, requestId, kept }: PageParts): string {
  const page = { nonce, requestId };
  const markup = kept
    ? filled(markupOf(entry, url, { ...page, keeps: true }), kept, nonce)
    : markupOf(entry, url, page);
  return `<!doctype html>${markup}${handoffScripts(handoff, nonce)}`;
}

function markupOf(entry: EntryContext, url: string, page: PageContextValue): string {
  return renderToString(
    <PageContext.Provider value={page}>
      <RemixServer context={entry} url={url} nonce={page.nonce} />
    </PageContext.Provider>,
  );
}

function handoffScripts(handoff: string, nonce: string): string {
  if (!handoff) return '';
  const open = `<script nonce="${nonce}">`;
  return (
    `${open}window.__remixContext.streamController.enqueue(${literalOf(handoff)});</script>` +
    `${open}window.__remixContext.streamController.close();</script>`
  );
}

/** A JavaScript expression of encoded data. One line is JSON, and no string of it: a third less of quotes. */
function literalOf(handoff: string): string {
  const isOneLine = handoff.indexOf('\n') === handoff.length - 1;
  return isOneLine
    ? `JSON.stringify(${inScript(handoff.slice(0, -1))})+"\\n"`
    : inScript(JSON.stringify(handoff));
}

/** JSON inside a script element: < must not be able to close it, and old browsers end lines at these. */
const inScript = (json: string) =>
  json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** The markup of a document's kept parts, in their order, cut where the nonce stood. */
export type Kept = readonly { place: string; pieces: readonly string[] }[];

const PARTS = ['links', 'scripts'];

/**
 * The parts of a page to keep; null when the page with and the page without them differ elsewhere.
 */
export function keptParts(entry: EntryContext, url: string): Kept | null {
  const page = { nonce: crypto.randomUUID(), requestId: '' };
  const whole = markupOf(entry, url, page);
  const rest = markupOf(entry, url, { ...page, keeps: true });
  const kept: { place: string; pieces: string[] }[] = [];
  let [inWhole, inRest] = [0, 0];
  for (const name of PARTS) {
    const place = keptPlace(name);
    const at = rest.indexOf(place, inRest);
    const before = rest.slice(inRest, at);
    const from = inWhole + before.length;
    inRest = at + place.length;
    const next = PARTS.map((other) => rest.indexOf(keptPlace(other), inRest)).find((i) => i >= 0);
    const to = whole.indexOf(rest.slice(inRest, next), from);
    if (at < 0 || to < 0) return null;
    kept.push({ place, pieces: whole.slice(from, to).split(page.nonce) });
    inWhole = to;
  }
  return filled(rest, kept, page.nonce) === whole ? kept : null;
}

function filled(markup: string, kept: Kept, nonce: string): string {
  let [page, from] = ['', 0];
  for (const { place, pieces } of kept) {
    const at = markup.indexOf(place, from);
    page += markup.slice(from, at) + pieces.join(nonce);
    from = at + place.length;
  }
  return page + markup.slice(from);
}
