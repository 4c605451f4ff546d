import type { LinksFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { openWraps } from '#app/mentoring/giving/queries/open-wraps.server.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { planWeek } from '#app/mentoring/week/commands/plan-week.server.ts';
import { PlanSchema, planFrom } from '#app/mentoring/week/forms.ts';
import { peopleToAsk } from '#app/mentoring/week/queries/people-to-ask.server.ts';
import { type Week, weekOf } from '#app/mentoring/week/queries/week-page.server.ts';
import { OneWeek } from '#app/mentoring/week/views/one-week.tsx';
import styles from '#app/mentoring/week/week.css?url';
import { whyNotPlanned } from '#app/mentoring/week/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('One week, one person');

export const loader = viewerLoader(async ({ viewer, id, peek }) => {
  const [week, people, wraps] = await Promise.all([
    weekOf(viewer, id('week')).then(found),
    peopleToAsk(viewer),
    openWraps(viewer),
    markRead({ viewer, peek }, null, [`week:${id('week')}`]),
  ]);
  return { week, people, wraps };
});

/** The field that says why a plan was not kept; '' for the form as a whole. */
const fields = { 'not-there': 'person', over: '', past: 'remindOn' } as const;

export const action = viewerAction(PlanSchema, async ({ viewer, form, id }) => {
  const planned = await planWeek(viewer, id('week'), planFrom(form));
  if (planned.ok) return redirectWith(addressOfWeek(id('week')), 'week-planned');
  const { reason } = planned;
  if (reason === 'gone') gone();
  if (reason !== 'changed') return refuse({ [fields[reason]]: whyNotPlanned[reason] });
  const typed = { ...form, person: form.person ?? '' };
  const saved = await weekOf(viewer, id('week'));
  return refusedWith(typed, { '': whyNotPlanned.changed }, { saved });
});

export default function OnePage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as { form?: unknown; saved?: Week } | undefined;
  return <OneWeek {...page} refused={reply?.form !== undefined} saved={reply?.saved ?? null} />;
}
