import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { asFacilitator } from '#app/access/membership.server.ts';
import type { Member } from '#app/access/proofs.ts';
import { booksOf } from '#app/books/queries/books.server.ts';
import { choiceLine } from '#app/choosing/queries/choices.server.ts';
import { ChoiceLine } from '#app/choosing/views/choice-line.tsx';
import { mostlyWithin } from '#app/discussions/queries/mostly-within.server.ts';
import { threadsAbout } from '#app/discussions/queries/threads-about.server.ts';
import { planMoreOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { pastReadings, readingsAhead } from '#app/reading/queries/readings.server.ts';
import { PastReadings } from '#app/reading/views/past-readings.tsx';
import { ReadingRoom } from '#app/reading/views/reading-room.tsx';
import { readingsWithTakeaways } from '#app/seasons/queries/wrap.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Reading');

export const loader = memberLoader(async ({ member, url }) => {
  const before = url.searchParams.get('before');
  const [{ past, older }, told, room] = await Promise.all([
    pastReadings(member, before),
    readingsWithTakeaways(member),
    before === null ? roomOf(member) : null,
  ]);
  return { slug: member.circle.slug, past, older, told, room };
});

/** What stands on the first page only. */
async function roomOf(member: Member) {
  const [ahead, books, line] = await Promise.all([
    readingsAhead(member),
    booksOf(member),
    choiceLine(member),
  ]);
  const [current] = ahead;
  const planned = current?.milestones.flatMap(({ sections }) => sections.map(({ id }) => id)) ?? [];
  const [more, standing, threads] = current
    ? await Promise.all([
        planMoreOf(member, current),
        standingIn(member, current),
        threadsAbout(member, planned),
      ])
    : [null, null, {}];
  return {
    ahead,
    books,
    line,
    clocks: { now: new Date().toISOString(), zone: member.viewer.timeZone },
    more,
    threads,
    canPlan: asFacilitator(member) !== null,
    standing,
    mostlyRead: standing !== null && (await mostlyWithin(member, standing.sections)),
  };
}

export default function Reading() {
  const { room, ...past } = useLoaderData<typeof loader>();
  if (!room) return <PastReadings {...past} />;
  const { standing, mostlyRead, line, clocks, ...rest } = room;
  return (
    <ReadingRoom
      {...past}
      {...rest}
      own={standing}
      choice={line && <ChoiceLine line={line} circle={past.slug} clocks={clocks} />}
      progress={
        standing && (
          <MyProgress
            circle={past.slug}
            standing={standing}
            mostlyRead={mostlyRead}
            back="reading"
          />
        )
      }
    />
  );
}
