import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { bookOf } from '#app/books/queries/books.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReading } from '#app/reading/addresses.ts';
import { changeReading } from '#app/reading/plan/commands/change-reading.server.ts';
import { PlanSchema } from '#app/reading/plan/forms/plan.ts';
import styles from '#app/reading/plan/plan.css?url';
import { planTermsOf } from '#app/reading/plan/queries/plan-terms.server.ts';
import { planDefaults, proposalFor } from '#app/reading/plan/queries/proposal.server.ts';
import { PlanForm } from '#app/reading/plan/views/plan-form.tsx';
import type { ReadingView } from '#app/reading/queries/reading-view.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { SavedReading } from '#app/reading/views/saved-reading.tsx';
import {
  endedMeanwhile,
  notProposed,
  overlapWords,
  planChangedMeanwhile,
} from '#app/reading/words.ts';
import { daysHeld, sessionDays } from '#app/sessions/queries/session-days.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Change the plan');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const reading = found(await readingOf(facilitator, id('reading')));
  const book = found(await bookOf(facilitator, reading.book.id));
  const terms = await planTermsOf(facilitator, reading.id);
  const sessions = daysHeld(await sessionDays(facilitator)).length;
  const path = addressOfReading(facilitator.circle.slug, reading.id);
  const defaults = planDefaults(reading, book, terms);
  const isUnderWay = reading.done > 0 && reading.state === 'current';
  return { book, path, version: reading.version, defaults, sessions, isUnderWay };
});

export const action = facilitatorAction(PlanSchema, async ({ facilitator, form, id }) => {
  const readingId = id('reading');
  if (form.next) return shownAgain(form.next);
  if (form.ask) {
    const { book } = found(await readingOf(facilitator, readingId));
    const days = daysHeld(await sessionDays(facilitator));
    const proposed = found(await proposalFor(facilitator, book.id, form, days));
    return proposed.ok ? shownAgain(proposed.draft) : refuse(notProposed(proposed));
  }
  const changed = await changeReading(facilitator, readingId, form.plan);
  const path = addressOfReading(facilitator.circle.slug, readingId);
  if (changed.ok) return redirectWith(path, 'saved');
  if (changed.reason === 'unsound') return refuse(changed.problems);
  if (changed.reason === 'overlaps') return refuse({ startsOn: overlapWords(changed) });
  if (changed.reason === 'over') {
    return refuse({ '': endedMeanwhile });
  }
  const saved = found(changed.reason === 'gone' ? null : await readingOf(facilitator, readingId));
  return refusedWith(
    { ...form.draft, version: String(saved.version) },
    { '': planChangedMeanwhile },
    { saved },
  );
});

export default function EditReading() {
  const { book, path, version, defaults, sessions, isUnderWay } = useLoaderData<typeof loader>();
  const saved = (useActionData<typeof action>() as { saved?: ReadingView } | undefined)?.saved;
  return (
    <Page>
      <PageHead
        eyebrow="Change the plan"
        title={book.title}
        lede={
          isUnderWay && (
            <>
              To leave what is read as it is and change only what is to come,{' '}
              <Link to={`${path}/replanning`}>plan the rest anew</Link>.
            </>
          )
        }
      />
      {saved && <SavedReading reading={saved} />}
      <PlanForm
        bookId={book.id}
        sections={book.sections}
        sessions={sessions}
        defaults={defaults}
        version={version}
        back={path}
      />
    </Page>
  );
}
