import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { addressOfThreads } from '#app/discussions/addresses.ts';
import { contextChoices } from '#app/discussions/queries/context-choices.server.ts';
import { threadsIn } from '#app/discussions/queries/threads.server.ts';
import { filterOf } from '#app/discussions/rules/discussions.ts';
import { MarkReadForm } from '#app/discussions/views/mark-read-form.tsx';
import { ThreadFilters } from '#app/discussions/views/thread-filters.tsx';
import { ThreadRows } from '#app/discussions/views/thread-rows.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Discussion');

export const loader = memberLoader(async ({ member, viewer, url }) => {
  const { before, ...filter } = filterOf(url.searchParams);
  const [{ threads, next, latest }, choices] = await Promise.all([
    threadsIn(member, { ...filter, before }),
    contextChoices(member, { discussed: true, besides: filter }),
  ]);
  return {
    circle: member.circle.slug,
    threads,
    next,
    latest,
    later: before !== undefined,
    filter,
    choices,
    zone: viewer.timeZone,
    now: Date.now(),
  };
});

export default function Threads() {
  const { circle, threads, next, latest, later, filter, choices, zone, now } =
    useLoaderData<typeof loader>();
  const path = addressOfThreads(circle);
  const { sectionId, sessionId } = filter;
  const about = sectionId ? `section=${sectionId}` : sessionId ? `session=${sessionId}` : '';
  const start = about ? `${path}/new?${about}` : `${path}/new`;
  return (
    <Page width="narrow">
      <PageHead
        title="Discussion"
        actions={
          <ButtonLink to={start} variant="primary">
            Start a thread
          </ButtonLink>
        }
      />
      <ThreadFilters choices={choices} chosen={about.replace('=', '-')} zone={zone} />
      {latest !== null && !about && threads.some(({ fresh }) => fresh > 0) && (
        <div className="mb-3">
          <MarkReadForm circle={circle} upTo={latest} back="threads" />
        </div>
      )}
      {threads.length > 0 ? (
        <ThreadRows circle={circle} threads={threads} zone={zone} now={now} label="Threads" />
      ) : about ? (
        <Empty title="No thread about this yet.">Start one, or look at all threads.</Empty>
      ) : (
        <Empty title="Nobody has written yet.">
          A passage that stayed with you, or something at work that it explains, is enough to begin.
          What is said here stays in the circle.
        </Empty>
      )}
      <Pager
        newer={later ? path + (about && `?${about}`) : null}
        older={next !== null ? `${path}?${about ? `${about}&` : ''}before=${next}` : null}
      />
    </Page>
  );
}
