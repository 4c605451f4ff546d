import { useLoaderData } from '@remix-run/react';
import { publicLoader } from '#app/access/gates.server.ts';
import { memberOf } from '#app/access/membership.server.ts';
import type { Viewer } from '#app/access/proofs.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { faceOf } from '#app/circles/faces.ts';
import { HomeView } from '#app/circles/home-view.tsx';
import { LandingView } from '#app/circles/landing-view.tsx';
import { needsOf } from '#app/circles/queries/mine.server.ts';
import { NextInCircle } from '#app/sessions/next-in-circle.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { nextSession } from '#app/sessions/queries/sessions.server.ts';
import { comingSessions } from '#app/sessions/queries/viewer-sessions.server.ts';
import { Unanswered } from '#app/sessions/unanswered.tsx';

export const loader = publicLoader(async ({ viewer }) => {
  if (!viewer) {
    const { registration } = await siteSettings();
    return { viewer: null, signUp: registration === 'open' };
  }
  const [needs, coming, next] = await Promise.all([
    needsOf(viewer),
    comingSessions(viewer),
    Promise.all(viewer.memberships.map(({ circle }) => nextIn(viewer, circle.slug))),
  ]);
  return {
    viewer: {
      name: viewer.name,
      timeZone: viewer.timeZone,
      emailConfirmed: viewer.emailConfirmed,
      circles: viewer.memberships.map(faceOf),
      needs,
    },
    // The next of each circle: the sessions page has the later ones.
    unanswered: coming.filter(
      ({ circle, needsAnswer }, at) =>
        needsAnswer && coming.findIndex((one) => one.circle.slug === circle.slug) === at,
    ),
    next: next.flatMap((found) => found ?? []),
  };
});

/** What home says of a circle's next session; null when none is set. */
async function nextIn(viewer: Viewer, slug: string) {
  const member = memberOf(viewer, slug);
  const session = member && (await nextSession(member));
  if (!session) return null;
  const { startsAt, endsAt, minutes, state, cancelled, read, mine } = session;
  return {
    slug,
    clocks: clocksOf(member),
    session: {
      startsAt,
      endsAt,
      minutes,
      state,
      cancelled,
      read,
      mine: { answer: mine.answer },
    },
  };
}

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  if (!shown.viewer) return <LandingView signUp={shown.signUp} />;
  const { viewer, unanswered, next } = shown;
  return (
    <HomeView
      {...viewer}
      unanswered={
        unanswered.length > 0 && <Unanswered sessions={unanswered} zone={viewer.timeZone} />
      }
      next={Object.fromEntries(
        next.map(({ slug, session, clocks }) => [
          slug,
          <NextInCircle key={slug} session={session} clocks={clocks} />,
        ]),
      )}
    />
  );
}
