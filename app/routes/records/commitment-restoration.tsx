import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfCommitment, addressOfRecord } from '#app/records/addresses.ts';
import { restoreCommitment } from '#app/records/commitments/commands/say-commitment.server.ts';
import { ownCommitment } from '#app/records/commitments/queries/commitment.server.ts';

export const loader = memberLoader(async ({ member, id }) => {
  const { sessionId } = found(await ownCommitment(member, id('commitment')));
  return redirect(addressOfRecord(member.circle.slug, sessionId));
});

/** Brings back a commitment that the viewer took back. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => `${addressOfCommitment(member.circle.slug, id('commitment'))}/becoming`,
  async ({ member, id }) => {
    const { slug } = member.circle;
    const done = await restoreCommitment(member, id('commitment'));
    const { sessionId } = found(done.ok ? done : null);
    return redirectWith(addressOfRecord(slug, sessionId), 'commitment-restored');
  },
);
