import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { closeRound } from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { ledNotice } from '#app/mentoring/rounds/rules/led-notice.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Closes the round. */
export const action = memberButton(
  EmptySchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, id }) => {
    const { slug } = member.circle;
    const path = addressOfRound(slug, id('session'));
    const led = await closeRound(member, id('session'));
    return redirectWith(path, ledNotice(led, 'round-over'), `${slug}/sessions/${id('session')}`);
  },
);
