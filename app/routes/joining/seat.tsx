import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { acceptSeat, leaveLine } from '#app/joining/commands/answer-offer.server.ts';
import { SeatAnswerSchema } from '#app/joining/forms.ts';
import { placeIn } from '#app/joining/queries/mine.server.ts';
import { SeatView } from '#app/joining/views/seat-view.tsx';
import { offerRefusal } from '#app/joining/words.ts';
import { meetsKeptApart } from '#app/mentoring/apart/queries/kept-apart.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your place in line');

export const loader = viewerLoader(async ({ viewer, params, peek }) => {
  const slug = params.circle ?? '';
  if (viewer.memberships.some(({ circle }) => circle.slug === slug)) {
    throw redirect(addressOfCircle(slug));
  }
  const [place, meets] = await Promise.all([
    placeIn(viewer, slug).then(found),
    meetsKeptApart(viewer, slug),
    markRead({ viewer, peek }, slug, ['seat:*', 'request:*']),
  ]);
  return { place, meetsKeptApart: meets, timeZone: viewer.timeZone };
});

export const action = viewerAction(SeatAnswerSchema, async ({ viewer, params, form }) => {
  const slug = params.circle ?? '';
  if (form.answer === 'leave') {
    found(await leaveLine(viewer, slug));
    return redirectWith('/', 'line-left');
  }
  const accepted = found(await acceptSeat(viewer, slug));
  if (!accepted.ok) return refuse(offerRefusal(accepted.reason));
  return redirectWith(addressOfCircle(slug), 'circle-joined');
});

export default function YourSeat() {
  return <SeatView {...useLoaderData<typeof loader>()} />;
}
