import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { aboutSections } from '#app/discussions/queries/about-sections.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { addressOfReadings } from '#app/reading/addresses.ts';
import { planMoreOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { standingAt } from '#app/reading/progress/queries/standing.server.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
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

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const readingId = id('reading');
  const [reading, more, ongoing] = await Promise.all([
    readingOf(member, readingId).then(found),
    planMoreOf(member, readingId).then(found),
    ongoingIn(member),
    markRead({ viewer, peek }, member.circle.slug, [`plan:${readingId}`]),
  ]);
  const isPast = reading.state === 'past';
  const current = isPast ? undefined : ongoing.find((one) => one.id === readingId);
  const standing = current ? standingAt(member, current) : null;
  const planned = reading.milestones.flatMap(({ sections }) => sections);
  const canPlan = runsNow(member);
  const [about, wrapped, canReopen] = await Promise.all([
    aboutSections(member, standing ?? { sections: planned, behind: false }),
    isPast && hasWrap(member, reading.id),
    canPlan && isLatestEnded(member, reading),
  ]);
  return {
    reading,
    more,
    standing,
    wrapped,
    ...about,
    circle: member.circle.slug,
    path: addressOfReadings(member.circle.slug),
    canPlan,
    canReopen,
  };
});

export default function OneReading() {
  const {
    reading,
    more,
    path,
    circle,
    canPlan,
    canReopen,
    wrapped,
    threads,
    standing,
    mostlyRead,
  } = useLoaderData<typeof loader>();
  return (
    <Page>
      <ReadingDetails
        reading={reading}
        more={more}
        circle={circle}
        threads={threads}
        own={standing}
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
      {standing && <MyProgress {...{ circle, standing, mostlyRead }} back="reading" />}
      <p className="mt-8">
        <ButtonLink to={path} variant="quiet">
          All readings
        </ButtonLink>
      </p>
    </Page>
  );
}
