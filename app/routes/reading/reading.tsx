import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { asFacilitator } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { mostlyWithin } from '#app/discussions/queries/mostly-within.server.ts';
import { threadsAbout } from '#app/discussions/queries/threads-about.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { planMoreOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { standingIn } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { isLatestEnded, readingOf } from '#app/reading/queries/readings.server.ts';
import { ReadingDetails } from '#app/reading/views/reading-details.tsx';
import { ReadingTools } from '#app/reading/views/reading-tools.tsx';
import { hasWrap } from '#app/seasons/queries/waiting.server.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ reading: { book: { title: string } } }>(
  ({ reading }) => reading.book.title,
);

export const loader = memberLoader(async ({ member, id }) => {
  const reading = found(await readingOf(member, id('reading')));
  const planned = reading.milestones.flatMap(({ sections }) => sections.map(({ id }) => id));
  const canPlan = asFacilitator(member) !== null;
  const [more, standing, wrapped, canReopen, threads] = await Promise.all([
    planMoreOf(member, reading),
    standingIn(member, reading),
    hasWrap(member, reading.id),
    canPlan && isLatestEnded(member, reading),
    threadsAbout(member, planned),
  ]);
  return {
    reading,
    more,
    standing,
    wrapped,
    threads,
    mostlyRead: await mostlyWithin(member, standing.sections),
    circle: member.circle.slug,
    path: addressOfReadings(member.circle.slug),
    canPlan,
    canReopen,
  };
});

export default function OneReading() {
  const { reading, more, path, canPlan, canReopen, wrapped, threads, ...mine } =
    useLoaderData<typeof loader>();
  return (
    <Page>
      <ReadingDetails
        reading={reading}
        more={more}
        circle={mine.circle}
        threads={threads}
        own={reading.state === 'past' ? null : mine.standing}
        tools={
          reading.state === 'past' ? (
            <>
              {wrapped && (
                <ButtonLink to={`${path}/${reading.id}/wrap`}>What we took from it</ButtonLink>
              )}
              {!wrapped && canPlan && (
                <ButtonLink to={`${path}/${reading.id}/ending`}>Wrap up this book</ButtonLink>
              )}
              {canReopen && (
                <ButtonLink to={`${path}/${reading.id}/reopening`} variant="quiet">
                  Take it up again
                </ButtonLink>
              )}
            </>
          ) : (
            canPlan && <ReadingTools reading={reading} path={path} />
          )
        }
      />
      {reading.state !== 'past' && <MyProgress {...mine} back="reading" />}
      <p className="mt-8">
        <ButtonLink to={path} variant="quiet">
          All readings
        </ButtonLink>
      </p>
    </Page>
  );
}
