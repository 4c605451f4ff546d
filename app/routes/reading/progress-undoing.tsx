import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfProgress } from '#app/reading/addresses.ts';
import { takeBackMarks } from '#app/reading/progress/commands/mark-sections.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await readingOf(member, id('reading')));
  return redirect(pathOf(member.circle.slug, id('reading')));
});

/** Takes back the sections that were marked in one go, at `?at=` (milliseconds). */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => pathOf(member.circle.slug, id('reading')),
  async ({ member, url, id }) => {
    const readingId = id('reading');
    found(await readingOf(member, readingId));
    const at = /^\d{1,15}$/.exec(url.searchParams.get('at') ?? '')?.[0];
    await takeBackMarks(member, readingId, new Date(Number(at ?? 0)));
    return redirectWith(pathOf(member.circle.slug, readingId), 'progress-undone');
  },
);

const pathOf = (slug: string, readingId: number) => addressOfProgress(slug, readingId);
