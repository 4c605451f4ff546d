import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { WEEK } from '#app/mentoring/addresses.ts';
import { openWraps } from '#app/mentoring/giving/queries/open-wraps.server.ts';
import { setRhythm } from '#app/mentoring/week/commands/set-rhythm.server.ts';
import { RhythmSchema } from '#app/mentoring/week/forms.ts';
import { peopleToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import { type AskingNow, weekPage } from '#app/mentoring/week/queries/week-page.server.ts';
import { WeekView } from '#app/mentoring/week/views/week-view.tsx';
import styles from '#app/mentoring/week/week.css?url';
import { rhythmChanged } from '#app/mentoring/week/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('This week, ask one person');

export const loader = viewerLoader(async ({ viewer, url, peek }) => {
  const before = dayIn(url.searchParams.get('before'));
  const [page, people, wraps] = await Promise.all([
    weekPage(viewer, before),
    peopleToAsk(viewer),
    openWraps(viewer),
    markRead({ viewer, peek }, null, ['week:*']),
  ]);
  return { ...page, people, wraps, later: before !== null, zone: viewer.timeZone };
});

const dayIn = (said: string | null) =>
  /^\d{4}-\d{2}-\d{2}$/.test(said ?? '') && !Number.isNaN(Date.parse(said ?? '')) ? said : null;

export const action = viewerAction(RhythmSchema, async ({ viewer, form }) => {
  const set = await setRhythm(viewer, form);
  if (set.ok) return redirectWith(WEEK, 'week-set');
  const { asking } = await weekPage(viewer, null);
  return refusedWith(form, { '': rhythmChanged }, { saved: asking });
});

export default function WeekPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as { saved?: AskingNow } | undefined;
  return <WeekView {...page} saved={reply?.saved ?? null} />;
}
