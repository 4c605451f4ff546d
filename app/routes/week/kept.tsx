import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { keepLine } from '#app/mentoring/week/commands/keep-line.server.ts';
import { KeptSchema } from '#app/mentoring/week/forms.ts';
import { weekOf } from '#app/mentoring/week/queries/week-page.server.ts';
import { KeptForm } from '#app/mentoring/week/views/kept-form.tsx';
import { rhythmChanged } from '#app/mentoring/week/words.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What you take from it');

export const loader = viewerLoader(async ({ viewer, id }) => ({
  week: found(await weekOf(viewer, id('week'))),
}));

export const action = viewerAction(KeptSchema, async ({ viewer, form, id }) => {
  const kept = await keepLine(viewer, id('week'), form);
  if (kept.ok) return redirectWith(addressOfWeek(id('week')), 'week-kept');
  if (kept.reason === 'gone') gone();
  return refusedWith({ kept: form.kept }, { '': rhythmChanged }, { saved: kept.now });
});

export default function KeptLine() {
  const { week } = useLoaderData<typeof loader>();
  const reply = useActionData() as { saved?: string } | undefined;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={addressOfWeek(week.id)}>{week.whom || 'This week'}</Link>}
        title="A line for yourself"
      />
      {reply?.saved !== undefined && (
        <SavedNow>
          <p dir="auto">{reply.saved || 'Nothing.'}</p>
        </SavedNow>
      )}
      <KeptForm week={week} />
    </Page>
  );
}
