import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import type { Runner } from '#app/access/proofs.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRecord } from '#app/records/addresses.ts';
import { noteAttendance } from '#app/records/attendance/commands/note-attendance.server.ts';
import { AttendanceSchema } from '#app/records/attendance/forms.ts';
import { takenFor } from '#app/records/attendance/rules.ts';
import {
  AttendanceForm,
  type PersonToNote,
} from '#app/records/attendance/views/attendance-form.tsx';
import { notedMeanwhile, someDiffer } from '#app/records/attendance/words.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import { hasRecord } from '#app/records/rules.ts';
import { noRecordYet } from '#app/records/words/record.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Who came';

export const meta = titled(TITLE);

export const loader = runnerLoader(async ({ runner }) => {
  const [session, people] = await Promise.all([
    sessionOf(runner, runner.sessionId).then(found),
    peopleToNote(runner),
  ]);
  const back = addressOfRecord(runner.circle.slug, runner.sessionId);
  if (!hasRecord(session, new Date())) throw redirect(back);
  const when = dayAndTime(session.startsAt, clocksOf(runner).zone);
  return { people, me: runner.personId, when, back };
});

async function peopleToNote(runner: Runner): Promise<PersonToNote[]> {
  const { people, isNoted } = found(await recordOf(runner, runner.sessionId));
  return people.map(({ id, name, came, answer }) => ({
    ...{ id, name, was: came ?? ('' as const), saidYes: answer === 'yes' },
    taken: takenFor({ came, answer }, isNoted),
  }));
}

export const action = runnerAction(AttendanceSchema, async ({ runner, viewer, form }) => {
  const { slug } = runner.circle;
  const said = form.people.map(({ person, ...note }) => ({ personId: person, ...note }));
  const noted = await noteAttendance(runner, said);
  if (noted.ok) {
    const code = noted.lost > 0 ? 'attendance-noted-some' : 'attendance-noted';
    return redirectWith(addressOfRecord(slug, runner.sessionId), code);
  }
  if (noted.reason === 'not-member') throw (await membershipEnded(viewer, slug)) ?? notFound();
  if (noted.reason === 'no-record') return refuse({ '': noRecordYet });
  if (noted.reason === 'gone') throw notFound();
  // Everybody there is now, each as they were said to be.
  const people = await peopleToNote(runner);
  const values = people.map(({ id, taken }) => ({
    came: said.find(({ personId }) => personId === id)?.came ?? taken,
  }));
  const reasons: Record<string, string> = { '': someDiffer };
  for (const standing of noted.standing) {
    const at = people.findIndex(({ id }) => id === standing.personId);
    if (at >= 0) reasons[`people[${at}].came`] = notedMeanwhile(standing);
  }
  return refusedWith({ people: values }, reasons, { people });
});

export default function Attendance() {
  const { when, back, me, ...loaded } = useLoaderData<typeof loader>();
  const reply = useActionData() as { people?: PersonToNote[] } | undefined;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={TITLE}
        lede="Only so that the record is right. Nobody is counted, and nobody has to explain."
        actions={<ButtonLink to={back}>The record</ButtonLink>}
      />
      <AttendanceForm people={reply?.people ?? loaded.people} me={me} />
    </Page>
  );
}
