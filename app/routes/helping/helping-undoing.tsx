import { redirect } from '@remix-run/node';
import { viewerButton, viewerLoader } from '#app/access/gates.server.ts';
import { HELPING } from '#app/mentoring/addresses.ts';
import { setHelping } from '#app/mentoring/helping/commands/set-helping.server.ts';
import { helpingByAddress } from '#app/mentoring/helping/rules/helping.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = viewerLoader(() => redirect(HELPING));

/** Brings back what stood before, `?as=`, where nothing else was saved since. */
export const action = viewerButton(
  EmptySchema,
  () => HELPING,
  async ({ viewer, url }) => {
    const before = helpingByAddress(url.searchParams.get('as'));
    const undone = before && (await setHelping(viewer, before));
    return redirectWith(HELPING, undone?.ok ? 'helping-as-before' : 'helping-changed-since');
  },
);
