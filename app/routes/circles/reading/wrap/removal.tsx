import { redirect } from '@remix-run/node';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { takeBackTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import { Act } from '#app/seasons/forms.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await readingOf(member, id('reading')));
  return redirect(`/circles/${member.circle.slug}/reading/${id('reading')}/wrap`);
});

/** Takes the viewer's own takeaway back. */
export const action = memberAction(Act, async ({ member, id }) => {
  const readingId = id('reading');
  found(await readingOf(member, readingId));
  const { slug } = member.circle;
  const path = `/circles/${slug}/reading/${readingId}/wrap`;
  const taken = await takeBackTakeaway(member, readingId);
  if (!taken.ok) return redirect(path, 303);
  return redirectWith(path, 'takeaway-taken-back', `${slug}/${readingId}`);
});
