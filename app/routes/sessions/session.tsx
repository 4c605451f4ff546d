import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { NoteForRunning } from '#app/cards/views/facilitator-words.tsx';
import { mostlyWithin } from '#app/discussions/queries/about-sections.server.ts';
import { threadsIn } from '#app/discussions/queries/threads.server.ts';
import { ThreadRows } from '#app/discussions/views/thread-rows.tsx';
import { asksOnSession } from '#app/mentoring/rounds/queries/on-session.server.ts';
import { AsksOnSessionBlock, BroughtItem } from '#app/mentoring/rounds/views/asks-on-session.tsx';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { addressOfReplanning } from '#app/reading/addresses.ts';
import { affectedReading } from '#app/reading/plan/queries/replanning.server.ts';
import { ReplanOffer } from '#app/reading/plan/views/replan-offer.tsx';
import { standingNow } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
import { recordOnSession } from '#app/records/queries/on-session.server.ts';
import styles from '#app/records/records.css?url';
import {
  OpeningOfSession,
  QuestionItem,
  QuestionsOnSession,
} from '#app/records/views/on-session.tsx';
import { seriesOfSession } from '#app/series/queries/series.server.ts';
import { dutiesOf } from '#app/series/rota/queries/duties.server.ts';
import { dutyFacts } from '#app/series/rota/views/duty-facts.tsx';
import { SeriesOfSession } from '#app/series/views/series-lines.tsx';
import {
  notesOnAgenda,
  withoutGoneCards,
} from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { mayRun } from '#app/sessions/rules/session.ts';
import { SessionSheet } from '#app/sessions/views/session-sheet.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ session: { startsAt: string }; clocks: { zone: string } }>(
  ({ session, clocks }) => `Session on ${dayAndTime(session.startsAt, clocks.zone)}`,
);

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const sessionId = id('session');
  const asked = ongoingIn(member);
  const topics = [`session:${sessionId}`, 'sessions', `round:${sessionId}`, `notes:${sessionId}`];
  const [session, duties, { threads }, asks, series, kept, ongoing] = await Promise.all([
    sessionOf(member, sessionId, { ongoing: asked }).then(found),
    dutiesOf(member, sessionId).then(found),
    threadsIn(member, { sessionId }),
    asksOnSession(member, sessionId),
    seriesOfSession(member, sessionId),
    recordOnSession(member, sessionId),
    asked,
    markRead({ viewer, peek }, member.circle.slug, topics),
  ]);
  const runs = runsNow(member);
  const { milestoneId, day, moved } = session;
  const cancelled = session.cancelled !== null;
  const readsFor = session.state === 'coming' && !cancelled && session.read !== null;
  const standing = readsFor ? standingNow(member, ongoing).standing : null;
  const leads = mayRun(member, session.facilitator?.id ?? null) && !member.circle.archived;
  const [mostlyRead, affected, agenda, notes] = await Promise.all([
    mostlyWithin(member, standing),
    runs ? affectedReading(member, { milestoneId, day, moved, cancelled }) : null,
    withoutGoneCards(session.agenda),
    notesOnAgenda(leads && session.state !== 'past' ? session.agenda : []),
  ]);
  return {
    session: { ...session, agenda },
    duties,
    threads,
    asks,
    series,
    kept,
    leads,
    notes,
    now: Date.now(),
    standing,
    mostlyRead,
    circleSlug: member.circle.slug,
    me: member.personId,
    runs,
    clocks: clocksOf(member),
    affected,
  };
});

export default function Session() {
  const {
    affected,
    standing,
    mostlyRead,
    threads,
    asks,
    series,
    kept,
    duties,
    notes,
    now,
    me,
    ...sheet
  } = useLoaderData<typeof loader>();
  const { session, circleSlug, clocks, leads } = sheet;
  const onSession = { kept, circleSlug, session, me, now: clocks.now, leads };
  return (
    <SessionSheet
      {...sheet}
      duties={dutyFacts({
        ...{ duties, circleSlug, me, sessionId: session.id },
        isOpen: session.state !== 'past' && session.cancelled === null,
      })}
      progress={
        standing && (
          <MyProgress
            circle={circleSlug}
            standing={standing}
            mostlyRead={mostlyRead}
            back={`session-${session.id}`}
          />
        )
      }
      threads={
        threads.length > 0 && (
          <ThreadRows circle={circleSlug} threads={threads} zone={clocks.zone} now={now} />
        )
      }
      series={
        <SeriesOfSession
          series={series}
          circleSlug={circleSlug}
          sessionId={session.id}
          runs={sheet.runs && session.state === 'coming' && session.cancelled === null}
        />
      }
      opening={<OpeningOfSession {...onSession} />}
      aboutItem={(id) => (
        <>
          <BroughtItem asks={asks} itemId={id} />
          <QuestionItem kept={kept} itemId={id} />
          <NoteForRunning note={notes[id]} />
        </>
      )}
      asks={
        <>
          <QuestionsOnSession {...onSession} />
          <AsksOnSessionBlock
            asks={asks}
            circleSlug={circleSlug}
            sessionId={session.id}
            isOpen={session.state !== 'past' && session.cancelled === null}
            runs={leads}
          />
        </>
      }
      consequence={
        affected !== null && (
          <ReplanOffer
            to={addressOfReplanning(circleSlug, affected)}
            why={session.cancelled ? 'cancelled' : 'moved'}
          />
        )
      }
    />
  );
}
