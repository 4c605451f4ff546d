import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { asFacilitator } from '#app/access/membership.server.ts';
import { booksOf } from '#app/books/queries/books.server.ts';
import { choiceLine } from '#app/choosing/queries/choices.server.ts';
import { ChoiceLine } from '#app/choosing/views/choice-line.tsx';
import { mostlyWithin } from '#app/discussions/queries/mostly-within.server.ts';
import { threadsAbout } from '#app/discussions/queries/threads-about.server.ts';
import { planMoreOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { readingsOf } from '#app/reading/queries/readings.server.ts';
import { currentOf, ReadingRoom } from '#app/reading/views/reading-room.tsx';
import { readingsWithTakeaways } from '#app/seasons/queries/wrap.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Reading');

export const loader = memberLoader(async ({ member }) => {
  const [readings, books, told, line] = await Promise.all([
    readingsOf(member),
    booksOf(member),
    readingsWithTakeaways(member),
    choiceLine(member),
  ]);
  const current = currentOf(readings);
  const planned = current?.milestones.flatMap(({ sections }) => sections.map(({ id }) => id)) ?? [];
  const [more, standing, threads] = current
    ? await Promise.all([
        planMoreOf(member, current),
        standingIn(member, current),
        threadsAbout(member, planned),
      ])
    : [null, null, {}];
  return {
    readings,
    books,
    told,
    line,
    clocks: { now: new Date().toISOString(), zone: member.viewer.timeZone },
    more,
    threads,
    slug: member.circle.slug,
    canPlan: asFacilitator(member) !== null,
    standing,
    mostlyRead: standing !== null && (await mostlyWithin(member, standing.sections)),
  };
});

export default function Reading() {
  const { standing, mostlyRead, line, clocks, ...room } = useLoaderData<typeof loader>();
  return (
    <ReadingRoom
      {...room}
      own={standing}
      choice={line && <ChoiceLine line={line} circle={room.slug} clocks={clocks} />}
      progress={
        standing && (
          <MyProgress
            circle={room.slug}
            standing={standing}
            mostlyRead={mostlyRead}
            back="reading"
          />
        )
      }
    />
  );
}
