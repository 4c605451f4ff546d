import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { sayResult } from '#app/mentoring/week/commands/say-result.server.ts';
import { ResultSchema } from '#app/mentoring/week/forms.ts';
import { weekOf } from '#app/mentoring/week/queries/week-page.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(async ({ viewer, id }) => {
  const { id: week } = found(await weekOf(viewer, id('week')));
  return redirect(addressOfWeek(week));
});

/** Says what became of a week. */
export const action = viewerButton(
  ResultSchema,
  ({ id }) => addressOfWeek(id('week')),
  async ({ viewer, id, form }) => {
    const weekId = id('week');
    const { act, version } = form;
    const back = form.back === 'home' ? '/' : addressOfWeek(weekId);
    if (!act || version === undefined) {
      found(await weekOf(viewer, weekId));
      return redirectWith(back, 'week-changed');
    }
    const said = await sayResult(viewer, weekId, { act, version });
    if (!said.ok && said.reason === 'gone') gone();
    if (!said.ok) return redirectWith(back, 'week-changed');
    if (said.slowed) return redirectWith(back, 'week-now-fortnightly');
    if (act === 'undo') return redirectWith(back, 'week-undone');
    const undo = `${weekId}/${said.version}/${form.back ?? 'week'}`;
    return redirectWith(back, `week-${act}`, undo);
  },
);
