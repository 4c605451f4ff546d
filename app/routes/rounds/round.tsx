import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { writeRoundAsk } from '#app/mentoring/rounds/commands/write-round-ask.server.ts';
import { RoundAskSchema } from '#app/mentoring/rounds/forms.ts';
import { roundOf } from '#app/mentoring/rounds/queries/round.server.ts';
import type { StandingAsk } from '#app/mentoring/rounds/views/round-ask-form.tsx';
import { RoundPage } from '#app/mentoring/rounds/views/round-page.tsx';
import { changedMeanwhile, roundTitle, whyNotWritten } from '#app/mentoring/rounds/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{
  view: { startsAt: string };
  clocks: { now: string; zone: string };
}>(({ view, clocks }) => roundTitle(view.startsAt, clocks));

export const loader = memberLoader(async ({ member, viewer, id, url, peek }) => {
  const sessionId = id('session');
  const [view] = await Promise.all([
    roundOf(member, sessionId).then(found),
    markRead({ viewer, peek }, member.circle.slug, [`round:${sessionId}`]),
  ]);
  return {
    view,
    circleSlug: member.circle.slug,
    me: member.personId,
    clocks: clocksOf(member),
    submissionKey: randomUUID(),
    writing: url.searchParams.has('write'),
    still: url.searchParams.has('still'),
  };
});

export const action = memberAction(RoundAskSchema, async ({ member, form, id }) => {
  const sessionId = id('session');
  const written = await writeRoundAsk(member, sessionId, form);
  if (written.ok) {
    const path = addressOfRound(member.circle.slug, sessionId);
    return redirectWith(path, written.sent ? 'round-ask-sent' : 'round-ask-kept');
  }
  if (written.reason !== 'changed') {
    if (written.reason === 'gone') found(await roundOf(member, sessionId));
    return refuse(whyNotWritten(written.reason));
  }
  const { theirs } = written;
  const { title, body, submissionKey } = form;
  return refusedWith({ title, body, submissionKey }, { '': changedMeanwhile }, { theirs });
});

export default function Round() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as { form?: unknown; theirs?: StandingAsk } | undefined;
  return <RoundPage {...page} refused={reply?.form !== undefined} theirs={reply?.theirs} />;
}
