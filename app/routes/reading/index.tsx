import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { choiceLine } from '#app/choosing/queries/choices.server.ts';
import { ChoiceLine } from '#app/choosing/views/choice-line.tsx';
import { aboutSections } from '#app/discussions/queries/about-sections.server.ts';
import { standingNow } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
import { besideReadings, pastReadings } from '#app/reading/queries/reading-room.server.ts';
import { PastReadings } from '#app/reading/views/past-readings.tsx';
import { ReadingRoom } from '#app/reading/views/reading-room.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Reading');

export const loader = memberLoader(async ({ member, url }) => {
  const before = url.searchParams.get('before');
  const slug = member.circle.slug;
  if (before !== null) return { slug, ...(await pastReadings(member, before)), room: null };
  const canPlan = runsNow(member);
  const [ongoing, { past, older, ...beside }, line] = await Promise.all([
    ongoingIn(member),
    besideReadings(member, { canPlan }),
    choiceLine(member),
  ]);
  const { ahead, standing } = standingNow(member, ongoing);
  const about = standing && (await aboutSections(member, standing));
  const room = {
    ...beside,
    ahead,
    line,
    clocks: { now: new Date().toISOString(), zone: member.viewer.timeZone },
    threads: about?.threads ?? {},
    mostlyRead: about?.mostlyRead ?? false,
    canPlan,
    standing,
  };
  return { slug, past, older, room };
});

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
