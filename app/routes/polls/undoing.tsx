import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { undoAnswers } from '#app/polls/commands/undo-answers.server.ts';
import { UndoSchema } from '#app/polls/forms/answers.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfPoll(member.circle.slug, id('poll'))),
);

/** Takes back what the member said last. */
export const action = memberButton(
  UndoSchema,
  ({ member, id }) => addressOfPoll(member.circle.slug, id('poll')),
  async ({ member, form, id }) => {
    const path = addressOfPoll(member.circle.slug, id('poll'));
    const undone = await undoAnswers(member, id('poll'), form);
    if (undone.ok) return redirectWith(path, 'poll-undone');
    found(undone.reason === 'gone' ? null : true);
    return redirectWith(path, undone.reason === 'closed' ? 'poll-shut' : 'poll-undone-before');
  },
);
