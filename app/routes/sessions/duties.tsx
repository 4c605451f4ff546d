import { useActionData, useLoaderData } from '@remix-run/react';
import { memberLoader, runnerAction } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfDuties } from '#app/series/rota/addresses.ts';
import { setDuties } from '#app/series/rota/commands/set-duties.server.ts';
import { DutiesSchema } from '#app/series/rota/forms.ts';
import { dutiesOf, turnsToCome } from '#app/series/rota/queries/duties.server.ts';
import { DutiesPage } from '#app/series/rota/views/duties-view.tsx';
import { dutiesChanged, dutiesClosed, personLeft } from '#app/series/rota/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange, mayRun } from '#app/sessions/rules/session.ts';
import { dayAndTime } from '#app/time/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Who does what');

export const loader = memberLoader(async ({ member, id }) => {
  const sessionId = id('session');
  const [session, duties, coming] = await Promise.all([
    sessionOf(member, sessionId).then(found),
    dutiesOf(member, sessionId).then(found),
    turnsToCome(member),
  ]);
  const { zone } = clocksOf(member);
  return {
    ...{ sessionId, duties, coming, zone, me: member.personId },
    circleSlug: member.circle.slug,
    when: dayAndTime(session.startsAt, zone),
    leads: mayRun(member, duties.run?.id ?? null),
    closed: !canChange(session, new Date()) || member.circle.archived,
    people: session.people.map(({ id, name }) => ({ id, name })),
    version: String(session.version),
  };
});

export const action = runnerAction(DutiesSchema, async ({ runner, form }) => {
  const set = await setDuties(runner, form);
  const { slug } = runner.circle;
  if (set.ok) {
    // Who has handed it on can do nothing more here.
    const stays = runner.role !== 'member' || form.facilitatorId === runner.personId;
    const path = stays ? addressOfDuties : addressOfSession;
    return redirectWith(path(slug, runner.sessionId), 'saved');
  }
  if (set.reason === 'left') return refuse({ [set.field]: personLeft });
  if (set.reason === 'closed') return refuse({ '': dutiesClosed });
  const gone = set.reason === 'gone' ? null : await sessionOf(runner, runner.sessionId);
  const version = String(found(gone).version);
  const typed = {
    facilitatorId: String(form.facilitatorId ?? ''),
    noteTakerId: String(form.noteTakerId ?? ''),
    needs: String(form.needs ?? ''),
  };
  return refusedWith({ ...typed, version }, { '': dutiesChanged }, { version });
});

export default function Duties() {
  const refused = useActionData<typeof action>() as { version?: string } | undefined;
  const page = useLoaderData<typeof loader>();
  return <DutiesPage {...page} {...(refused?.version && { version: refused.version })} />;
}
