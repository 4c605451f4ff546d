import type { LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfNewAsk } from '#app/mentoring/addresses.ts';
import { asksOnSession } from '#app/mentoring/rounds/queries/on-session.server.ts';
import { AsksOnRecord } from '#app/mentoring/rounds/views/asks-on-record.tsx';
import { dayForCommitment } from '#app/records/commitments/queries/commitment.server.ts';
import { recordOf } from '#app/records/queries/record.server.ts';
import styles from '#app/records/records.css?url';
import { RecordPage } from '#app/records/views/record-page.tsx';
import { withoutGoneCards } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { mayRun } from '#app/sessions/rules/session.ts';
import { dayIn } from '#app/time/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ session: { startsAt: string }; clocks: { zone: string } }>(
  ({ session, clocks }) => `What happened on ${dayIn(session.startsAt, clocks.zone)}`,
);
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const loader = memberLoader(async ({ member, id, url }) => {
  const sessionId = id('session');
  const [session, record, asks] = await Promise.all([
    sessionOf(member, sessionId).then(found),
    recordOf(member, sessionId).then(found),
    asksOnSession(member, sessionId),
  ]);
  const leads = mayRun(member, session.facilitator?.id ?? null);
  return {
    session,
    record: { ...record, used: await withoutGoneCards(record.used) },
    round: asks.round,
    circleSlug: member.circle.slug,
    me: member.personId,
    clocks: clocksOf(member),
    byOn: dayForCommitment(member, record.nextAt),
    leads,
    writes: leads || record.scribe?.id === member.personId,
    prints: url.searchParams.has('print'),
  };
});

export default function Record() {
  const { round, ...page } = useLoaderData<typeof loader>();
  const { circleSlug, session } = page;
  return (
    <RecordPage
      {...page}
      askAbout={({ id }) => addressOfNewAsk(circleSlug, { commitment: id })}
      asks={round && <AsksOnRecord round={round} circleSlug={circleSlug} sessionId={session.id} />}
    />
  );
}
