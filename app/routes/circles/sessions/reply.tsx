import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { replyToSession } from '#app/sessions/commands/reply.server.ts';
import { ReplyForm as ReplySchema } from '#app/sessions/forms.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { ReplyForm } from '#app/sessions/reply-form.tsx';
import { dayAndTime } from '#app/ui/format.ts';
import { Page, PageHead } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Will you come?');

export const loader = memberLoader(async ({ member, id }) => {
  const session = found(await sessionOf(member, id('session')));
  return {
    when: dayAndTime(session.startsAt, clocksOf(member).zone),
    mine: session.mine,
    path: `/circles/${member.circle.slug}/sessions/${session.id}`,
  };
});

export const action = memberAction(ReplySchema, async ({ member, form, id }) => {
  const sessionId = id('session');
  const replied = await replyToSession(member, sessionId, form);
  if (!replied.ok) {
    found(replied.reason === 'gone' ? null : true);
    return refuse({ '': 'This session has begun or is cancelled, so answers are closed.' });
  }
  const circle = `/circles/${member.circle.slug}`;
  const back = { circle, home: '/', session: `${circle}/sessions/${sessionId}` };
  return redirectWith(back[form.back], `reply-${form.answer}`);
});

export default function Reply() {
  const { when, mine, path } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead eyebrow={when} title="Will you come?" />
      <ReplyForm action={`${path}/reply`} mine={mine} />
    </Page>
  );
}
