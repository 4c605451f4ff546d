import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { WEEK } from '#app/mentoring/addresses.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { forgetWeek } from '#app/mentoring/week/commands/forget-week.server.ts';
import { ForgettingSchema } from '#app/mentoring/week/forms.ts';
import { weekOf } from '#app/mentoring/week/queries/week-page.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { dayOf } from '#app/time/words.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Forget this week?');

export const loader = viewerLoader(async ({ viewer, id }) => ({
  week: found(await weekOf(viewer, id('week'))),
}));

export const action = viewerAction(ForgettingSchema, async ({ viewer, id }) => {
  // Sent twice, it is forgotten once.
  await forgetWeek(viewer, id('week'));
  return redirectWith(WEEK, 'week-forgotten');
});

export default function Forgetting() {
  const { week } = useLoaderData<typeof loader>();
  const back = { to: addressOfWeek(week.id), label: 'Keep it' };
  return (
    <Asking title="Forget this week?" yes="Forget it" danger back={back}>
      What you wrote for {dayOf(week.day)} goes for good: whom, when and what. An ask it became
      stays.
    </Asking>
  );
}
