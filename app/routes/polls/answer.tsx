import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { answerSlots } from '#app/polls/commands/answer-slots.server.ts';
import { AnswerSchema } from '#app/polls/forms/answers.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfPoll(member.circle.slug, id('poll'))),
);

/** Keeps one tap. It is asked by script alone, and answered in JSON. */
export const action = memberButton(
  AnswerSchema,
  ({ member, id }) => addressOfPoll(member.circle.slug, id('poll')),
  async ({ member, form: { key, slot, answer }, id }) => {
    const answers = slot === null ? [] : [{ slotId: slot, answer }];
    const answered = await answerSlots(member, id('poll'), { key, answers, once: true });
    if (answered.ok) {
      return Response.json(
        answered.lost > 0
          ? { ok: false, why: 'That time was taken away meanwhile, or is over.' }
          : { ok: true, left: answered.left },
      );
    }
    found(answered.reason === 'gone' ? null : true);
    return Response.json({ ok: false, why: 'This poll is not answered any more.' });
  },
);
