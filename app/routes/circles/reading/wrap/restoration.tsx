import { redirect } from '@remix-run/node';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { restoreTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import { Act } from '#app/seasons/forms.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await readingOf(member, id('reading')));
  return redirect(`/circles/${member.circle.slug}/reading/${id('reading')}/wrap`);
});

/** Brings the viewer's own takeaway back. */
export const action = memberAction(Act, async ({ member, id }) => {
  const readingId = id('reading');
  found(await readingOf(member, readingId));
  await restoreTakeaway(member, readingId);
  return redirectWith(
    `/circles/${member.circle.slug}/reading/${readingId}/wrap`,
    'takeaway-restored',
  );
});
