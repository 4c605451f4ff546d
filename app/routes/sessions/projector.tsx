import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import styles from '#app/cards/cards.css?url';
import { peopleIn } from '#app/cards/forms.ts';
import { drawIn, spotIn } from '#app/cards/projector/forms.ts';
import wallStyles from '#app/cards/projector/projector.css?url';
import { agendaOnWall } from '#app/cards/projector/queries/shows.server.ts';
import { namesOnWall } from '#app/cards/projector/rules/seating.ts';
import { EmptyWall } from '#app/cards/projector/views/empty-wall.tsx';
import { Wall } from '#app/cards/projector/views/wall.tsx';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { addressOfSessionProjector } from '#app/sessions/agenda/addresses.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { howManyCome } from '#app/sessions/rules/session.ts';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'bare', circle: 'none' };

export const meta = titled('The session on a wall');

export const links: LinksFunction = () =>
  [styles, wallStyles].map((href) => ({ rel: 'stylesheet', href }));

export const loader = memberLoader(async ({ member, id, url }) => {
  const session = found(await sessionOf(member, id('session')));
  const shows = await agendaOnWall(session.agenda);
  const asked = peopleIn(url.searchParams);
  return {
    shows,
    asked,
    at: spotIn(url.searchParams, shows),
    draw: drawIn(url.searchParams),
    people: asked ?? howManyCome(session.people),
    names: namesOnWall(session.people, asked),
    circle: member.circle.slug,
    id: session.id,
  };
});

export default function SessionProjector() {
  const { circle, id, asked, shows, ...wall } = useLoaderData<typeof loader>();
  const back = { to: addressOfSession(circle, id), words: 'Back to the session' };
  if (shows.length === 0) return <EmptyWall back={back} />;
  return (
    <Wall
      {...wall}
      shows={shows}
      addressOf={({ show, slide }, draw) =>
        addressOfSessionProjector(circle, id, {
          people: asked ?? 0,
          item: shows[show]?.id ?? 0,
          step: slide,
          draw,
        })
      }
      back={back}
    />
  );
}
