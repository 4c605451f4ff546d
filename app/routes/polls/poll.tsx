import { randomUUID } from 'node:crypto';
import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { answerSlots } from '#app/polls/commands/answer-slots.server.ts';
import { AnswersSchema } from '#app/polls/forms/answers.ts';
import styles from '#app/polls/polls.css?url';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import { PollPage, type PollPageProps } from '#app/polls/views/poll-page.tsx';
import { pollQuestion } from '#app/polls/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled<Pick<PollPageProps, 'poll'>>(({ poll }) => pollQuestion(poll.kind));

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const pollId = id('poll');
  const [poll] = await Promise.all([
    pollOf(member, pollId).then(found),
    markRead({ viewer, peek }, member.circle.slug, [`poll:${pollId}`]),
  ]);
  return {
    poll,
    keys: { save: randomUUID(), none: randomUUID(), fill: randomUUID() },
    me: member.personId,
    runs: runsNow(member),
    circleSlug: member.circle.slug,
    clocks: clocksOf(member),
  };
});

/** Keeps all answers at once, for who has no scripts. */
export const action = memberAction(AnswersSchema, async ({ member, form, id }) => {
  const path = addressOfPoll(member.circle.slug, id('poll'));
  const answered = await answerSlots(member, id('poll'), form);
  if (answered.ok)
    return redirectWith(path, answered.lost > 0 ? 'poll-answered-some' : 'poll-answered');
  found(answered.reason === 'gone' ? null : true);
  return redirectWith(path, 'poll-shut');
});

export default function Poll() {
  return <PollPage {...useLoaderData<typeof loader>()} />;
}
