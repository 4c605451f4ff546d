import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import { takeBackTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await readingOf(member, id('reading')));
  return redirect(pageOf(member.circle.slug, id('reading')));
});

/** Takes the viewer's own takeaway back. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => pageOf(member.circle.slug, id('reading')),
  async ({ member, id }) => {
    const readingId = id('reading');
    found(await readingOf(member, readingId));
    const { slug } = member.circle;
    const taken = await takeBackTakeaway(member, readingId);
    if (!taken.ok) return redirect(pageOf(slug, readingId), 303);
    return redirectWith(pageOf(slug, readingId), 'takeaway-taken-back', `${slug}/${readingId}`);
  },
);

const pageOf = (slug: string, readingId: number) => addressOfWrap(slug, readingId);
