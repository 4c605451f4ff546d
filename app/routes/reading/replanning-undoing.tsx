import { redirect } from '@remix-run/node';
import { facilitatorButton, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfReading } from '#app/reading/addresses.ts';
import { undoReplanning } from '#app/reading/plan/commands/undo-replanning.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  found(await readingOf(facilitator, id('reading')));
  return redirect(pathOf(facilitator.circle.slug, id('reading')));
});

/** Takes back the re-plan that made `?version=` of the reading. */
export const action = facilitatorButton(
  EmptySchema,
  ({ facilitator, id }) => pathOf(facilitator.circle.slug, id('reading')),
  async ({ facilitator, url, id }) => {
    const readingId = id('reading');
    const version = /^\d{1,9}$/.exec(url.searchParams.get('version') ?? '')?.[0];
    const undone = await undoReplanning(facilitator, readingId, Number(version ?? 0));
    const path = pathOf(facilitator.circle.slug, readingId);
    if (undone.ok) return redirectWith(path, 'replanning-undone');
    found(undone.reason === 'gone' ? null : true);
    const isTaken = undone.reason === 'overlaps';
    return redirectWith(path, isTaken ? 'replanning-undone-taken' : 'replanning-undone-late');
  },
);

const pathOf = (slug: string, readingId: number) => addressOfReading(slug, readingId);
