import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfWeek } from '#app/mentoring/week/addresses.ts';
import { sayResult } from '#app/mentoring/week/commands/say-result.server.ts';
import { weekOf } from '#app/mentoring/week/queries/week-page.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(async ({ viewer, id }) => {
  const { id: week } = found(await weekOf(viewer, id('week')));
  return redirect(addressOfWeek(week));
});

/** Takes back what was said of a week last, where it is still the version of `?version=`. */
export const action = viewerButton(
  EmptySchema,
  ({ id }) => addressOfWeek(id('week')),
  async ({ viewer, id, url: { searchParams } }) => {
    const version = Number(searchParams.get('version')) || 0;
    const undone = await sayResult(viewer, id('week'), { act: 'undo', version });
    if (!undone.ok && undone.reason === 'gone') gone();
    const back = searchParams.get('back') === 'home' ? '/' : addressOfWeek(id('week'));
    return redirectWith(back, undone.ok ? 'week-undone' : 'week-changed');
  },
);
