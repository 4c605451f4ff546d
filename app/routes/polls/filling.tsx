import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { KeySchema } from '#app/polls/forms/answers.ts';
import { fillIn } from '#app/polls/usual/commands/fill-in.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfPoll(member.circle.slug, id('poll'))),
);

/** Answers from the member’s usual times what they have not answered. */
export const action = memberButton(
  KeySchema,
  ({ member, id }) => addressOfPoll(member.circle.slug, id('poll')),
  async ({ member, form, id }) => {
    const path = addressOfPoll(member.circle.slug, id('poll'));
    const filled = await fillIn(member, id('poll'), form);
    if (filled.ok) return redirectWith(path, filled.kept > 0 ? 'poll-filled' : 'poll-none-filled');
    found(filled.reason === 'gone' ? null : true);
    return redirectWith(path, 'poll-shut');
  },
);
