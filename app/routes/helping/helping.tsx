import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { APART, HELPING } from '#app/mentoring/addresses.ts';
import { setHelping } from '#app/mentoring/helping/commands/set-helping.server.ts';
import { HelpingSchema } from '#app/mentoring/helping/forms.ts';
import { helpingOf } from '#app/mentoring/helping/queries/helping.server.ts';
import { helpingInAddress } from '#app/mentoring/helping/rules/helping.ts';
import { HelpingForm } from '#app/mentoring/helping/views/helping-form.tsx';
import { Resting } from '#app/mentoring/helping/views/resting.tsx';
import { helpingChanged, PAUSE_IS_OVER } from '#app/mentoring/helping/words.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('How much you take on');

export const loader = viewerLoader(async ({ viewer }) => ({
  ...(await helpingOf(viewer)),
  zone: viewer.timeZone,
}));

export const action = viewerAction(HelpingSchema, async ({ viewer, form }) => {
  const saved = await setHelping(viewer, form);
  if (saved.ok) {
    const undo = helpingInAddress({ ...saved.before, version: saved.version });
    return redirectWith(HELPING, 'helping-saved', undo);
  }
  if (saved.reason === 'pause-over') return refuse({ pausedUntil: PAUSE_IS_OVER });
  const { helping } = await helpingOf(viewer);
  const { pausedUntil, ...typed } = form;
  return refusedWith(
    {
      ...{ ...typed, atOnce: String(typed.atOnce), pausedUntil: pausedUntil ?? '' },
      ...{ beyondCircles: ticked(form.beyondCircles), saidInMail: ticked(form.saidInMail) },
    },
    { '': helpingChanged },
    { saved: helping },
  );
});

const ticked = (is: boolean) => (is ? 'on' : undefined);

export default function HelpingPage() {
  const { helping, restingSince, zone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply && 'saved' in reply ? reply.saved : null;
  return (
    <Page width="narrow">
      <PageHead
        title="How much you take on"
        lede="Helping is between two people, and only as much as suits you. What you change here holds from now on; what you have begun goes on."
      />
      {restingSince && <Resting since={restingSince} zone={zone} />}
      <HelpingForm helping={helping} saved={saved} zone={zone} />
      <p className="mt-10">
        <Link to={APART}>Whom you keep apart, and whom you blocked</Link>
      </p>
    </Page>
  );
}
