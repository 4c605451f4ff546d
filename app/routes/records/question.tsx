import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import {
  bringQuestion,
  type StandingQuestion,
} from '#app/records/questions/commands/bring-question.server.ts';
import { QuestionSchema } from '#app/records/questions/forms.ts';
import { myQuestion } from '#app/records/questions/queries/my-question.server.ts';
import { QuestionForm } from '#app/records/questions/views/question-form.tsx';
import { yoursClosed } from '#app/records/questions/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { readWords } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'One question to bring';

export const meta = titled(TITLE);

export const loader = memberLoader(async ({ member, id }) => {
  const sessionId = id('session');
  const [session, mine] = await Promise.all([
    sessionOf(member, sessionId).then(found),
    myQuestion(member, sessionId),
  ]);
  const { state, cancelled, read } = session;
  return {
    mine,
    when: dayAndTime(session.startsAt, clocksOf(member).zone),
    read: read && readWords(read),
    session: { state, cancelled },
    closed: !canChange(session, new Date()),
    circleSlug: member.circle.slug,
    sessionId,
    back: addressOfSession(member.circle.slug, sessionId),
  };
});

export const action = memberAction(QuestionSchema, async ({ member, viewer, form, id }) => {
  const { slug } = member.circle;
  const brought = await bringQuestion(member, id('session'), form);
  if (brought.ok) return redirectWith(addressOfSession(slug, id('session')), 'question-brought');
  if (brought.reason === 'not-member') throw (await membershipEnded(viewer, slug)) ?? notFound();
  if (brought.reason === 'changed') return refusedWith(form, {}, { theirs: brought.theirs });
  found(brought.reason === 'gone' ? null : true);
  return refuse({ '': yoursClosed });
});

export default function Question() {
  const { when, read, session, closed, back, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData() as { form?: unknown; theirs?: StandingQuestion } | undefined;
  if (closed && !reply) {
    const stays = 'it takes no more questions';
    return <ClosedSession session={session} title={TITLE} stays={stays} back={back} />;
  }
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={TITLE}
        lede={read ?? undefined}
        actions={<ButtonLink to={back}>The session</ButtonLink>}
      />
      <QuestionForm {...form} theirs={reply?.theirs} />
    </Page>
  );
}
