import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { roundOf } from '#app/mentoring/rounds/queries/round.server.ts';
import { aboutRounds, roundTitle, whyNotSet } from '#app/mentoring/rounds/words.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Question } from '#app/ui/forms/question.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Everybody asks');

export const loader = memberLoader(async ({ member, id }) => {
  const { slug } = member.circle;
  const { startsAt, may } = found(await roundOf(member, id('session')));
  if (!may.set) throw redirect(addressOfRound(slug, id('session')));
  const clocks = clocksOf(member);
  return {
    when: dayAndTime(startsAt, clocks.zone, clocks.now),
    title: roundTitle(startsAt, clocks),
    back: addressOfSession(slug, id('session')),
  };
});

/** Makes the session one at which everybody asks. */
export const action = memberAction(EmptySchema, async ({ member, id }) => {
  const sessionId = id('session');
  const { slug } = member.circle;
  const set = await setRound(member, sessionId);
  if (set.ok) {
    const param = `${slug}/sessions/${sessionId}`;
    return redirectWith(addressOfRound(slug, sessionId), 'round-set', param);
  }
  found(set.reason === 'gone' ? null : true);
  if (set.reason === 'full') return refuse({ '': whyNotSet.full });
  const code = set.reason === 'closed' ? 'round-closed' : 'round-not-yours';
  return redirectWith(addressOfRound(slug, sessionId), code);
});

export default function SetRound() {
  const { when, title, back } = useLoaderData<typeof loader>();
  return (
    <Question about={when} question={`${title}?`} lede={aboutRounds} back={back}>
      <Button variant="primary">{title}</Button>
    </Question>
  );
}
