import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import styles from '#app/cards/cards.css?url';
import { peopleIn } from '#app/cards/forms.ts';
import printStyles from '#app/cards/prints/prints.css?url';
import { bookletOf } from '#app/cards/prints/queries/sheets.server.ts';
import { Booklet } from '#app/cards/prints/views/booklet.tsx';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { addressOfBooklet } from '#app/sessions/agenda/addresses.ts';
import { clocksOnPaper, factsOnPaper } from '#app/sessions/agenda/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { howManyCome, mayReadNotes } from '#app/sessions/rules/session.ts';
import { Link } from '#app/ui/page/link.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('The session on paper');

export const links: LinksFunction = () =>
  [styles, printStyles].map((href) => ({ rel: 'stylesheet', href }));

export const loader = memberLoader(async ({ member, id, url }) => {
  const session = found(await sessionOf(member, id('session')));
  const reads = mayReadNotes(member, session);
  const asked = url.searchParams.has('notes');
  // To everybody else there is no such booklet.
  const withNotes = asked ? found(reads || null) : false;
  const clocks = clocksOf(member);
  return {
    items: await bookletOf(session.agenda, { withNotes }),
    clocks: clocksOnPaper(session, clocks.zone),
    facts: factsOnPaper(session, clocks),
    title: session.title,
    people: peopleIn(url.searchParams) ?? howManyCome(session.people),
    withNotes: reads ? withNotes : null,
    circle: member.circle.slug,
    id: session.id,
  };
});

export default function SessionOnPaper() {
  const { circle, id, items, clocks, title, ...booklet } = useLoaderData<typeof loader>();
  return (
    <Booklet
      {...booklet}
      path={addressOfBooklet(circle, id)}
      back={<Link to={addressOfSession(circle, id)}>The session</Link>}
      title={title || 'Our session'}
      items={items.map((item, at) => ({ ...item, at: clocks[at] ?? '' }))}
    />
  );
}
