import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { choiceLine } from '#app/choosing/queries/choices.server.ts';
import { ChoiceLine } from '#app/choosing/views/choice-line.tsx';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { circlePage } from '#app/circles/queries/circle-page.server.ts';
import { CircleView } from '#app/circles/views/circle-view.tsx';
import { seatsWords } from '#app/circles/words/circles.ts';
import { mostlyWithin } from '#app/discussions/queries/mostly-within.server.ts';
import { latestThreads } from '#app/discussions/queries/threads.server.ts';
import { LatestThreads } from '#app/discussions/views/latest-threads.tsx';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { currentReading } from '#app/reading/queries/readings.server.ts';
import { ReadingPlan } from '#app/reading/views/reading-plan.tsx';
import { lastWrap } from '#app/seasons/queries/waiting.server.ts';
import { CircleWrap } from '#app/seasons/views/wrap-lines.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { nextSession } from '#app/sessions/queries/sessions.server.ts';
import { NextSession } from '#app/sessions/views/next-session.tsx';
import { titled } from '#app/ui/page/title.ts';

const THREADS = 5;

export const handle = { circle: 'band' };

export const meta = titled<{ circle: { name: string } }>(({ circle }) => circle.name);

export const loader = memberLoader(async ({ member }) => {
  const [page, session, reading, threads, choice, wrap] = await Promise.all([
    circlePage(member),
    nextSession(member),
    currentReading(member),
    latestThreads(member, THREADS),
    choiceLine(member),
    lastWrap(member),
  ]);
  const standing = reading && (await standingIn(member, reading));
  return {
    standing,
    mostlyRead: standing !== null && (await mostlyWithin(member, standing.sections)),
    circle: { ...page, slug: member.circle.slug, name: member.circle.name },
    me: member.personId,
    role: member.role,
    clocks: clocksOf(member),
    session,
    reading,
    threads,
    choice,
    wrap,
    /** the line under the name, in the shell's band */
    bandLine: `${seatsWords(page)}.`,
  };
});

export default function Circle() {
  const {
    circle,
    me,
    role,
    clocks,
    session,
    reading,
    threads,
    choice,
    wrap,
    standing,
    mostlyRead,
  } = useLoaderData<typeof loader>();
  const { slug } = circle;
  const runs = role !== 'member';
  return (
    <CircleView
      circle={circle}
      role={role}
      wrap={
        wrap && (
          <CircleWrap wrap={wrap} home={addressOfCircle(slug)} zone={clocks.zone} runs={runs} />
        )
      }
      nextSession={
        <NextSession session={session} circleSlug={slug} me={me} runs={runs} clocks={clocks} />
      }
      threads={
        <LatestThreads
          circle={slug}
          threads={threads}
          zone={clocks.zone}
          now={Date.parse(clocks.now)}
        />
      }
      readingPlan={
        <div>
          <ReadingPlan reading={reading} circleSlug={slug} canPlan={runs} />
          {standing && (
            <MyProgress circle={slug} standing={standing} mostlyRead={mostlyRead} back="circle" />
          )}
          <ChoiceLine line={choice} circle={slug} clocks={clocks} />
        </div>
      }
    />
  );
}
