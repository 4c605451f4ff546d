import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import { recommit } from '#app/seasons/commands/recommit.server.ts';
import { RecommitmentSchema } from '#app/seasons/forms.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await readingOf(member, id('reading')));
  return redirect(`${pageOf(member.circle.slug, id('reading'))}#stay`);
});

/** Whether the viewer stays for the next book. */
export const action = memberButton(
  RecommitmentSchema,
  ({ member, id }) => pageOf(member.circle.slug, id('reading')),
  async ({ member, form, id }) => {
    const readingId = id('reading');
    found(await readingOf(member, readingId));
    const path = pageOf(member.circle.slug, readingId);
    const said = await recommit(member, readingId, form.answer);
    if (!said.ok) {
      return said.reason === 'list-open'
        ? redirectWith(path, 'list-open-before')
        : redirect(path, 303);
    }
    if (said.list === 'opened-now') return redirectWith(path, 'list-opened');
    if (said.list === 'was-open') return redirectWith(path, 'list-joined');
    return redirectWith(path, form.answer === 'unsure' ? 'answer-open' : 'answer-kept');
  },
);

const pageOf = (slug: string, readingId: number) => addressOfWrap(slug, readingId);
