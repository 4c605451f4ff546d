import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { bookOf, booksOf } from '#app/books/queries/books.server.ts';
import { savedBefore } from '#app/books/words.ts';
import { refuse, refuseAsOld, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReading, addressOfReadings } from '#app/reading/addresses.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { PlanSchema } from '#app/reading/plan/forms/plan.ts';
import { firstProposal, proposalFor } from '#app/reading/plan/queries/proposal.server.ts';
import { ChooseBook } from '#app/reading/plan/views/choose-book.tsx';
import { PlanForm } from '#app/reading/plan/views/plan-form.tsx';
import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { bookGone, notProposed, overlapWords } from '#app/reading/words.ts';
import { daysHeld, sessionDays } from '#app/sessions/queries/session-days.server.ts';
import { dayOf } from '#app/time/words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';
import { plural } from '#app/ui/words.ts';

export const meta = titled('Plan a reading');

export const loader = facilitatorLoader(async ({ facilitator, url }) => {
  const path = addressOfReadings(facilitator.circle.slug);
  const asked = url.searchParams.get('book');
  if (asked === null) return { path, books: await booksOf(facilitator), plan: null };
  const book = found(
    /^[1-9]\d{0,14}$/.test(asked) ? await bookOf(facilitator, Number(asked)) : null,
  );
  const days = daysHeld(await sessionDays(facilitator));
  const defaults = firstProposal(facilitator, book, days);
  const plan = { book, defaults, submissionKey: randomUUID(), sessions: days.length };
  return { path, books: [], plan };
});

export const action = facilitatorAction(PlanSchema, async ({ facilitator, form }) => {
  if (form.next) return shownAgain(form.next);
  if (form.ask) {
    const days = daysHeld(await sessionDays(facilitator));
    const bookId = found(form.bookId);
    const proposed = found(await proposalFor(facilitator, bookId, form, days));
    return proposed.ok ? shownAgain(proposed.draft) : refuse(notProposed(proposed));
  }
  if (form.plan.submissionKey === '') return refuseAsOld();
  const planned = await planReading(facilitator, form.plan);
  if (planned.ok) {
    const path = addressOfReading(facilitator.circle.slug, planned.readingId);
    return redirectWith(path, 'reading-planned');
  }
  if (planned.reason === 'another-first') {
    const saved = found(await readingOf(facilitator, planned.readingId));
    const typed = { ...form.draft, submissionKey: randomUUID() };
    return refusedWith(typed, { '': savedBefore }, { saved });
  }
  if (planned.reason === 'unsound') return refuse(planned.problems);
  if (planned.reason === 'overlaps') return refuse({ startsOn: overlapWords(planned) });
  return refuse({ '': bookGone });
});

export default function NewReading() {
  const { path, books, plan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as { saved?: ReadingView } | undefined;
  const first = reply?.saved;
  if (!plan) return <ChooseBook books={books} path={path} />;
  const { book, defaults, submissionKey, sessions } = plan;
  return (
    <Page>
      <PageHead
        eyebrow="Plan a reading"
        title={book.title}
        lede="A first proposal, as even as the book allows. Ask for another, or change whatever you like."
      />
      {first && (
        <SavedFirst to={`${path}/${first.id}`} title={first.book.title}>
          {`${dayOf(first.startsOn)} to ${dayOf(first.endsOn, 'full')} · ${first.milestones.length} ${plural(first.milestones.length, 'milestone', 'milestones')}`}
        </SavedFirst>
      )}
      <PlanForm
        key={book.id}
        bookId={book.id}
        sections={book.sections}
        sessions={sessions}
        defaults={defaults}
        submissionKey={submissionKey}
        back={path}
      />
    </Page>
  );
}
