import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { USUAL_TIMES } from '#app/polls/addresses.ts';
import styles from '#app/polls/polls.css?url';
import { saveUsualTimes } from '#app/polls/usual/commands/save-usual-times.server.ts';
import { UsualTimesSchema } from '#app/polls/usual/forms.ts';
import { usualTimesOf } from '#app/polls/usual/queries/usual-times.server.ts';
import { UsualTimesForm } from '#app/polls/usual/views/usual-times-form.tsx';
import { clockCity } from '#app/time/zones.ts';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'When you usually can';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled(TITLE);

export const loader = viewerLoader(async ({ viewer }) => {
  const { version, ranges } = await usualTimesOf(viewer);
  const rows = ranges.map(({ weekday, from, to, answer }) => ({
    ...{ weekday: String(weekday), from, answer },
    to: to === '24:00' ? '00:00' : to,
  }));
  return { version, rows, timeZone: viewer.timeZone };
});

export const action = viewerAction(UsualTimesSchema, async ({ viewer, form }) => {
  if (form.next) return shownAgain(form.next);
  const saved = await saveUsualTimes(viewer, form);
  if (saved.ok) return redirectWith(USUAL_TIMES, 'usual-times-saved');
  const { version } = await usualTimesOf(viewer);
  const why =
    'Your week was changed on another page meanwhile. Save again to put this in its place.';
  return refusedWith({ ...form.draft, version: String(version) }, { '': why }, {});
});

export default function UsualTimes() {
  const { version, rows, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  return (
    <Page width="narrow">
      <PageHead
        title={TITLE}
        lede={`In an ordinary week, on your own clock (${clockCity(timeZone)}). Nobody else sees it; when a circle looks for a time, it fills in your answers.`}
      />
      <UsualTimesForm given={rows} version={version} reply={reply} />
    </Page>
  );
}
