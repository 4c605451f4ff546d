import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import { foldTakeaways, openTakeaways } from '#app/seasons/commands/open-takeaways.server.ts';
import { OpenTakeawaysSchema } from '#app/seasons/forms.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await readingOf(member, id('reading')));
  return redirect(pageOf(member.circle.slug, id('reading')));
});

/** Whether a member who still reads sees what the others took from the book. */
export const action = memberButton(
  OpenTakeawaysSchema,
  ({ member, id }) => pageOf(member.circle.slug, id('reading')),
  async ({ member, form, id }) => {
    const readingId = id('reading');
    found(await readingOf(member, readingId));
    if (form.to === 'open') await openTakeaways(member, readingId);
    else await foldTakeaways(member, readingId);
    return redirect(pageOf(member.circle.slug, readingId), 303);
  },
);

const pageOf = (slug: string, readingId: number) => addressOfWrap(slug, readingId);
