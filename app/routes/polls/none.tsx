import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { sayNone } from '#app/polls/commands/answer-slots.server.ts';
import { KeySchema } from '#app/polls/forms/answers.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfPoll(member.circle.slug, id('poll'))),
);

/** Says no to all that the member has not answered. */
export const action = memberButton(
  KeySchema,
  ({ member, id }) => addressOfPoll(member.circle.slug, id('poll')),
  async ({ member, form, id }) => {
    const path = addressOfPoll(member.circle.slug, id('poll'));
    const said = await sayNone(member, id('poll'), form);
    if (said.ok) return redirectWith(path, 'poll-none-suits');
    found(said.reason === 'gone' ? null : true);
    return redirectWith(path, 'poll-shut');
  },
);
