/** Links that are followed within the document: each `Link`, and an `<a data-visit>`, which is no more. */
export const VISITED = 'a[data-discover],a[data-visit]';

/**
 * Brings the scripts of the page that a link leads to while somebody is about to follow it. Nothing of
 * the page itself is asked for: no note counts as seen, and the database hears nothing of it. Only
 * once a page is alive, because React would take what stands in its head for its own.
 * @param scriptsOf the addresses of the scripts of the page at a pathname
 */
export function hearIntent(scriptsOf: (pathname: string) => string[]): void {
  const bringScripts = (event: Event) => bring(event, scriptsOf);
  for (const intent of ['pointerover', 'focusin']) addEventListener(intent, bringScripts);
}

function bring({ target }: Event, scriptsOf: (pathname: string) => string[]): void {
  const link = (target as Element).closest<HTMLAnchorElement>(VISITED);
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!link || connection?.saveData) return;
  for (const script of scriptsOf(link.pathname)) {
    if (document.querySelector(`[href="${script}"]`)) continue;
    const ahead = Object.assign(document.createElement('link'), {
      rel: 'modulepreload',
      href: script,
    });
    document.head.append(ahead);
  }
}
