import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { weekIntoAsk } from '#app/mentoring/week/commands/week-into-ask.server.ts';
import { weekOf } from '#app/mentoring/week/queries/week-page.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(async ({ viewer, id }) => {
  const { id: week } = found(await weekOf(viewer, id('week')));
  return redirect(addressOfWeek(week));
});

/** Begins an ask with the words of a week. */
export const action = viewerButton(
  EmptySchema,
  ({ id }) => addressOfWeek(id('week')),
  async ({ viewer, id }) => {
    const became = await weekIntoAsk(viewer, id('week'));
    if (became.ok) return redirectWith(addressOfDraft(became.askId), 'week-is-draft');
    if (became.reason === 'gone') gone();
    const code = became.reason === 'full' ? 'week-drafts-full' : 'week-changed';
    return redirectWith(addressOfWeek(id('week')), code);
  },
);
