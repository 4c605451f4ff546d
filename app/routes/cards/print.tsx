import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerLoader } from '#app/access/gates.server.ts';
import { inOpenCircles } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import styles from '#app/cards/cards.css?url';
import { peopleIn } from '#app/cards/forms.ts';
import { printedIn } from '#app/cards/prints/forms.ts';
import printStyles from '#app/cards/prints/prints.css?url';
import { sheetFor } from '#app/cards/prints/queries/sheets.server.ts';
import { CardPrint } from '#app/cards/prints/views/card-print.tsx';
import { CannotBeShown } from '#app/cards/views/cannot-be-shown.tsx';
import { runsWithCard } from '#app/sessions/queries/viewer-sessions.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ page: { card?: { title: string } } }>(({ page }) =>
  page.card ? `${page.card.title}, on paper` : 'A card that cannot be shown',
);

export const links: LinksFunction = () =>
  [styles, printStyles].map((href) => ({ rel: 'stylesheet', href }));

export const loader = viewerLoader(async ({ viewer, params, url }) => {
  const [deck, card] = [params.deck ?? '', params.card ?? ''];
  const runsIt = await runsWithCard(inOpenCircles(viewer), { deck, card });
  const what = printedIn(url.searchParams);
  const page = found(await sheetFor(viewer, deck, card, { what, runsIt }));
  return { page, people: peopleIn(url.searchParams) };
});

export default function Print() {
  const { page, people } = useLoaderData<typeof loader>();
  return page.state === 'broken' ? (
    <CannotBeShown what="card" />
  ) : (
    <CardPrint page={page} people={people} />
  );
}
