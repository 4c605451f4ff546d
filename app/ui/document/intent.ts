import { pageScripts } from '#app/remix/page-scripts.ts';

/** An effect: only once a page is alive, because React would take what stands in its head for its own. */
export function hearIntent(): void {
  for (const intent of ['pointerover', 'focusin']) addEventListener(intent, bringScripts);
}

/**
 * Brings the scripts of the page that a link leads to while somebody is about to follow it. Nothing of
 * the page itself is asked for: no note counts as seen, and the database hears nothing of it.
 */
function bringScripts({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>('a[data-visit]');
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!link || connection?.saveData) return;
  for (const script of pageScripts(link.pathname)) {
    if (document.querySelector(`[href="${script}"]`)) continue;
    const bring = Object.assign(document.createElement('link'), {
      rel: 'modulepreload',
      href: script,
    });
    document.head.append(bring);
  }
}
