import { useLoaderData } from '@remix-run/react';
import { publicLoader } from '#app/access/gates.server.ts';
import { siteSettings } from '#app/accounts/queries/site.server.ts';
import { choicesToRank } from '#app/choosing/queries/choices.server.ts';
import { ToRank } from '#app/choosing/views/choice-line.tsx';
import { faceOf } from '#app/circles/rules/faces.ts';
import { HomeView } from '#app/frame/views/home-view.tsx';
import { LandingView } from '#app/frame/views/landing-view.tsx';
import { needsOf } from '#app/joining/queries/mine.server.ts';
import { ReadingNowRows } from '#app/reading/progress/views/my-progress.tsx';
import { readingsNow } from '#app/reading/queries/reading-now.server.ts';
import { wrapsWaiting } from '#app/seasons/queries/waiting.server.ts';
import { WaitingWraps } from '#app/seasons/views/wrap-lines.tsx';
import { nextSessions } from '#app/sessions/queries/viewer-sessions.server.ts';
import { Unanswered } from '#app/sessions/replies/views/unanswered.tsx';
import { canReply } from '#app/sessions/rules/session.ts';
import { NextInCircle } from '#app/sessions/views/next-in-circle.tsx';

export const loader = publicLoader(async ({ viewer }) => {
  if (!viewer) {
    const { registration } = await siteSettings();
    return { viewer: null, signUp: registration === 'open' };
  }
  const now = new Date();
  const [needs, next, toRank, wraps, reading] = await Promise.all([
    needsOf(viewer),
    nextSessions(viewer, { now }),
    choicesToRank(viewer, { now }),
    wrapsWaiting(viewer, { now }),
    readingsNow(viewer, { now }),
  ]);
  return {
    viewer: {
      name: viewer.name,
      timeZone: viewer.timeZone,
      emailConfirmed: viewer.emailConfirmed,
      circles: viewer.memberships.map(faceOf),
      needs,
    },
    now: now.toISOString(),
    next,
    toRank,
    wraps,
    reading,
    unanswered: next.filter((session) => canReply(session, now) && session.mine.answer === null),
  };
});

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  if (!shown.viewer) return <LandingView signUp={shown.signUp} />;
  const { viewer, unanswered, toRank, wraps, reading, next, now } = shown;
  const zone = viewer.timeZone;
  const nextIn = new Map(next.map((session) => [session.circle.slug, session]));
  // Who meets soonest comes first, then the circles without a session.
  const meeting = next.flatMap((session) =>
    viewer.circles.filter(({ slug }) => slug === session.circle.slug),
  );
  const circles = [...new Set([...meeting, ...viewer.circles])];
  return (
    <HomeView
      {...viewer}
      circles={circles}
      unanswered={
        unanswered.length + toRank.length + wraps.length > 0 && (
          <>
            <Unanswered sessions={unanswered} zone={zone} />
            <ToRank choices={toRank} clocks={{ now, zone }} />
            <WaitingWraps wraps={wraps} zone={zone} />
          </>
        )
      }
      reading={reading.length > 0 && <ReadingNowRows readings={reading} />}
      next={Object.fromEntries(
        circles.map(({ slug, role }) => [
          slug,
          <NextInCircle
            key={slug}
            session={nextIn.get(slug) ?? null}
            circleSlug={slug}
            runs={role !== 'member'}
            now={now}
            zone={zone}
          />,
        ]),
      )}
    />
  );
}
