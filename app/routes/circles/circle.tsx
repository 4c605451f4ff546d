import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { CircleView } from '#app/circles/circle-view.tsx';
import { circlePage } from '#app/circles/queries/circle-page.server.ts';
import { seatsLine } from '#app/circles/words.ts';
import { LatestThreads } from '#app/discussions/latest-threads.tsx';
import { latestThreads } from '#app/discussions/queries/threads.server.ts';
import { currentReading } from '#app/reading/queries/readings.server.ts';
import { ReadingPlan } from '#app/reading/reading-plan.tsx';
import { titled } from '#app/ui/title.ts';

const THREADS = 5;

export const handle = { circle: 'band' };

export const meta = titled<{ circle: { name: string } }>(({ circle }) => circle.name);

export const loader = memberLoader(async ({ member, viewer }) => {
  const [page, reading, threads] = await Promise.all([
    circlePage(member),
    currentReading(member),
    latestThreads(member, THREADS),
  ]);
  return {
    circle: { ...page, slug: member.circle.slug, name: member.circle.name },
    role: member.role,
    zone: viewer.timeZone,
    now: Date.now(),
    reading,
    threads,
    /** the line under the name, in the shell's band */
    bandLine: seatsLine(page),
  };
});

export default function Circle() {
  const { circle, role, reading, threads, zone, now } = useLoaderData<typeof loader>();
  return (
    <CircleView
      circle={circle}
      role={role}
      threads={<LatestThreads circle={circle.slug} threads={threads} zone={zone} now={now} />}
      readingPlan={
        <ReadingPlan reading={reading} circleSlug={circle.slug} canPlan={role !== 'member'} />
      }
    />
  );
}
