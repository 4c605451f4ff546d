import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import { takeBackSessionTakeaway } from '#app/records/commands/keep-takeaway.server.ts';
import { recordOf } from '#app/records/queries/record.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  found(await recordOf(member, id('session')));
  return redirect(addressOfRecord(member.circle.slug, id('session')));
});

/** Takes the viewer's own takeaway of a session back. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => addressOfRecord(member.circle.slug, id('session')),
  async ({ member, id }) => {
    const sessionId = id('session');
    const { slug } = member.circle;
    const path = addressOfRecord(slug, sessionId);
    const taken = await takeBackSessionTakeaway(member, sessionId);
    if (taken.ok) {
      return redirectWith(path, 'session-takeaway-taken-back', `${slug}/${sessionId}`);
    }
    found(await recordOf(member, sessionId));
    return redirect(path, 303);
  },
);
