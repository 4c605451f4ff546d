import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { HEARING } from '#app/notifications/hearing/addresses.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { HoursSchema, hoursFrom } from '#app/notifications/hearing/forms.ts';
import styles from '#app/notifications/hearing/hearing.css?url';
import {
  hearingPage,
  hoursFor,
  placeOf,
} from '#app/notifications/hearing/queries/hearing-page.server.ts';
import { hoursInAddress } from '#app/notifications/hearing/rules/hours.ts';
import { BetweenVolumes } from '#app/notifications/hearing/views/between-volume.tsx';
import { ChosenThreads } from '#app/notifications/hearing/views/chosen-threads.tsx';
import { CircleVolumes } from '#app/notifications/hearing/views/circle-volumes.tsx';
import { HoursForm } from '#app/notifications/hearing/views/hours-form.tsx';
import {
  digestWords,
  hoursChanged,
  NO_MAIL_YET,
  WHAT_COMES,
} from '#app/notifications/hearing/words.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { ownReminders } from '#app/sessions/reminders/queries/reminders.server.ts';
import { OwnReminders } from '#app/sessions/reminders/views/own-reminders.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('How you hear');

export const loader = viewerLoader(async ({ viewer, url: { searchParams } }) => {
  const before = placeOf(searchParams.get('before'));
  const [page, reminders] = await Promise.all([hearingPage(viewer, before), ownReminders(viewer)]);
  return {
    ...{ ...page, reminders },
    later: before !== null,
    zone: viewer.timeZone,
  };
});

export const action = viewerAction(HoursSchema, async ({ viewer, form }) => {
  const before = await hoursFor(viewer);
  const saved = await setHours(viewer, hoursFrom(form));
  if (!saved.ok) return refusedWith(form, { '': hoursChanged }, { saved: before });
  const undo = hoursInAddress({ ...before, version: saved.version });
  return redirectWith(`${HEARING}#hours`, 'hours-saved', undo);
});

export default function HearingPage() {
  const { circles, between, reminders, hours, threads, next, later, zone } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply && 'saved' in reply ? reply.saved : null;
  const ofMail = useMailWords();
  return (
    <Page width="narrow">
      <PageHead title="How you hear" lede={ofMail(WHAT_COMES, NO_MAIL_YET)} />
      {!later && (
        <>
          <CircleVolumes circles={circles} digest={digestWords(hours)} />
          <BetweenVolumes volume={between} />
          <OwnReminders circles={reminders} />
          <HoursForm hours={hours} saved={saved} zone={zone} />
        </>
      )}
      <ChosenThreads threads={threads} next={next} later={later} />
    </Page>
  );
}
