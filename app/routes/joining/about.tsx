import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { agreementChanged } from '#app/circles/words/refusals.ts';
import { addressOfAbout, addressOfSeat } from '#app/joining/addresses.ts';
import { requestToJoin } from '#app/joining/commands/request-to-join.server.ts';
import { RequestToJoinSchema } from '#app/joining/forms.ts';
import { aboutCircle } from '#app/joining/queries/about.server.ts';
import { AboutView } from '#app/joining/views/about-view.tsx';
import { askedBefore, askedOften } from '#app/joining/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ circle: { name: string } }>(
  ({ circle }) => `About ${apart(circle.name)}`,
);

export const loader = viewerLoader(async ({ viewer, params, peek }) => {
  const slug = params.circle ?? '';
  const [circle] = await Promise.all([
    aboutCircle(viewer, slug).then(found),
    markRead({ viewer, peek }, slug, ['seat:*', 'request:*']),
  ]);
  return { circle, timeZone: viewer.timeZone };
});

export const action = viewerAction(RequestToJoinSchema, async ({ viewer, params, form }) => {
  const slug = params.circle ?? '';
  const asked = found(await requestToJoin(viewer, slug, form));
  if (asked.ok) return redirectWith(addressOfAbout(slug), 'request-sent');
  if (asked.reason === 'agreement-changed') return refuse(agreementChanged);
  if (asked.reason === 'too-often') {
    return refuse({ '': askedOften });
  }
  if (asked.reason === 'asked-before') {
    return refusedWith({ word: form.word }, { '': askedBefore }, { before: asked.word });
  }
  return redirect(asked.reason === 'member' ? addressOfCircle(slug) : addressOfSeat(slug), 303);
});

export default function About() {
  const reply = useActionData<typeof action>();
  const before = reply && 'before' in reply ? reply.before : null;
  return <AboutView {...useLoaderData<typeof loader>()} before={before} />;
}
