import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import { found, notFound } from '#app/access/refusals.server.ts';
import { addressOfThread } from '#app/discussions/addresses.ts';
import { whyNot } from '#app/discussions/words.ts';
import { refuse, refuseAsOld } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfQuestions } from '#app/records/addresses.ts';
import { recordOnSession } from '#app/records/queries/on-session.server.ts';
import { leaveToThread } from '#app/records/questions/commands/leave-to-thread.server.ts';
import {
  pickQuestion,
  putBackQuestion,
} from '#app/records/questions/commands/pick-question.server.ts';
import { QuestionsSchema } from '#app/records/questions/forms.ts';
import { QuestionsPage } from '#app/records/questions/views/questions-page.tsx';
import {
  changedWhile,
  noneLeft,
  notBegun,
  questionGone,
  questionsClosed,
} from '#app/records/questions/words.ts';
import { hasRecord } from '#app/records/rules.ts';
import { agendaFull } from '#app/sessions/agenda/words.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange } from '#app/sessions/rules/session.ts';
import { dayAndTime } from '#app/time/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What everybody brings');

export const loader = runnerLoader(async ({ runner }) => {
  const { sessionId } = runner;
  const [session, { questions, threadId }] = await Promise.all([
    sessionOf(runner, sessionId).then(found),
    recordOnSession(runner, sessionId),
  ]);
  const now = new Date();
  return {
    ...{ questions, threadId, sessionId },
    when: dayAndTime(session.startsAt, clocksOf(runner).zone),
    circleSlug: runner.circle.slug,
    isOpen: canChange(session, now),
    hasBegun: hasRecord(session, now),
  };
});

export const action = runnerAction(QuestionsSchema, async ({ runner, form }) => {
  const { slug } = runner.circle;
  if (form.to === 'thread') {
    const left = await leaveToThread(runner);
    if (left.ok) return redirect(addressOfThread(slug, left.threadId), 303);
    if (left.reason === 'gone') throw notFound();
    const why = { 'not-begun': notBegun, none: noneLeft, changed: changedWhile } as const;
    return refuse({
      '': left.reason in why ? why[left.reason as keyof typeof why] : whyNot(left.reason as never),
    });
  }
  if (form.question === null) return refuseAsOld();
  const picks = form.to === 'agenda';
  const done = await (picks ? pickQuestion : putBackQuestion)(runner, form.question);
  const path = addressOfQuestions(slug, runner.sessionId);
  if (done.ok) return redirectWith(path, picks ? 'question-picked' : 'question-put-back');
  if (done.reason === 'gone') throw notFound();
  const why = { closed: questionsClosed, full: agendaFull, 'taken-back': questionGone } as const;
  return refuse({ '': why[done.reason] });
});

export default function Questions() {
  return <QuestionsPage {...useLoaderData<typeof loader>()} />;
}
