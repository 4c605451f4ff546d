import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { changeReading } from '#app/reading/commands/change-reading.server.ts';
import { PlanForm as PlanSchema } from '#app/reading/forms/plan.ts';
import { PlanForm } from '#app/reading/plan-form.tsx';
import { bookOf } from '#app/reading/queries/books.server.ts';
import { planDefaults, proposal } from '#app/reading/queries/proposal.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import type { ReadingView } from '#app/reading/reading-view.ts';
import { overlapWords } from '#app/reading/refusal-words.ts';
import { SavedReading } from '#app/reading/saved-versions.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Change the plan');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const reading = found(await readingOf(facilitator, id('reading')));
  const book = found(await bookOf(facilitator, reading.book.id));
  const path = `/circles/${facilitator.circle.slug}/reading/${reading.id}`;
  return { book, path, version: reading.version, defaults: planDefaults(reading, book) };
});

export const action = facilitatorAction(PlanSchema, async ({ facilitator, form, id }) => {
  const readingId = id('reading');
  if (form.next) return shownAgain(form.next);
  if (form.spread) {
    const reading = found(await readingOf(facilitator, readingId));
    const rows = found(
      await proposal(facilitator, reading.book.id, form.spread, form.draft.milestones),
    );
    return shownAgain({ ...form.draft, step: '', ...rows });
  }
  const changed = await changeReading(facilitator, readingId, form.plan);
  const path = `/circles/${facilitator.circle.slug}/reading/${readingId}`;
  if (changed.ok) return redirectWith(path, 'saved');
  if (changed.reason === 'unsound') return refuse(changed.problems);
  if (changed.reason === 'overlaps') return refuse({ startsOn: overlapWords(changed) });
  if (changed.reason === 'over') {
    return refuse({ '': 'This reading was ended meanwhile, so its plan stays as it is.' });
  }
  const saved = found(changed.reason === 'gone' ? null : await readingOf(facilitator, readingId));
  return refusedWith(
    { ...form.draft, version: String(saved.version) },
    { '': 'Someone changed this plan while you did. Nothing is lost: both are here.' },
    { saved },
  );
});

export default function EditReading() {
  const { book, path, version, defaults } = useLoaderData<typeof loader>();
  const saved = (useActionData<typeof action>() as { saved?: ReadingView } | undefined)?.saved;
  return (
    <Page width="narrow">
      <PageHead eyebrow="Change the plan" title={book.title} />
      {saved && <SavedReading reading={saved} />}
      <PlanForm
        bookId={book.id}
        sections={book.sections}
        defaults={defaults}
        version={version}
        back={path}
      />
    </Page>
  );
}
