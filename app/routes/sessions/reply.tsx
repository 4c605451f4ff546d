import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { ReplySchema } from '#app/sessions/forms.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { replyToSession } from '#app/sessions/replies/commands/reply.server.ts';
import { ReplyForm } from '#app/sessions/replies/views/reply-form.tsx';
import { repliesClosed } from '#app/sessions/replies/words.ts';
import { canReply } from '#app/sessions/rules/session.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Will you come?');

export const loader = memberLoader(async ({ member, id }) => {
  const session = found(await sessionOf(member, id('session')));
  const { startsAt, mine, state, cancelled } = session;
  return {
    session: { startsAt, mine, state, cancelled },
    closed: !canReply(session, new Date()),
    zone: clocksOf(member).zone,
    back: addressOfSession(member.circle.slug, session.id),
  };
});

export const action = memberAction(ReplySchema, async ({ member, form, id }) => {
  const sessionId = id('session');
  const replied = await replyToSession(member, sessionId, form);
  const circle = addressOfCircle(member.circle.slug);
  if (replied.ok) {
    const back = { circle, home: '/', session: `${circle}/sessions/${sessionId}` };
    return redirectWith(back[form.back], `reply-${form.answer}`);
  }
  if (replied.reason === 'moved') {
    const startsAt = replied.startsAt.toISOString();
    const when = dayAndTime(startsAt, clocksOf(member).zone);
    const why = `It has moved meanwhile, to ${when}. Can you come then?`;
    return refusedWith(
      form.word === undefined ? {} : { word: form.word },
      { '': why },
      { startsAt },
    );
  }
  found(replied.reason === 'gone' ? null : true);
  return refuse({ '': repliesClosed });
});

export default function Reply() {
  const { session, closed, zone, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as { startsAt?: string } | undefined;
  if (closed && !reply) {
    const stays = 'answers are closed';
    return <ClosedSession session={session} title="Will you come?" stays={stays} back={back} />;
  }
  const startsAt = reply?.startsAt ?? session.startsAt;
  return (
    <Page width="narrow">
      <PageHead eyebrow={dayAndTime(startsAt, zone)} title="Will you come?" />
      <ReplyForm action={`${back}/reply`} session={{ ...session, startsAt }} />
      <p className="mt-6">
        <Link to={back}>See the session first</Link>
      </p>
    </Page>
  );
}
