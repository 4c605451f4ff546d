import type { Facilitator } from '#app/access/proofs.ts';
import { digestOf, isSameForm } from '#app/platform/forms/submission.server.ts';
import type { PollInput } from '#app/polls/forms/poll.ts';
import { polls } from '#app/polls/limits.server.ts';
import { insertSlots } from '#app/polls/rows/new-slots.server.ts';
import { tellOfPoll } from '#app/polls/rows/tell-of-poll.server.ts';
import { isAhead } from '#app/polls/rules/poll.ts';
import { type ResolvedSlots, resolveSlots, typedAhead } from '#app/polls/rules/slots.server.ts';
import { type BadChoice, badChoice } from '#app/sessions/rows/session-parts.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';
import { db } from '#db/database.server.ts';
import { together } from '#db/driver/together.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export type PollOpened =
  | { ok: true; pollId: number }
  /** another poll was opened under its key */
  | { ok: false; reason: 'another-first'; pollId: number }
  | { ok: false; reason: 'slots'; wrong: Extract<ResolvedSlots, { ok: false }>['wrong'] }
  | { ok: false; reason: 'closes'; resolved: Unresolved | { reason: 'after-all' } }
  | BadChoice;

/** Asks a circle when it can meet. The same form again answers with the first poll. */
export async function openPoll(
  facilitator: Facilitator,
  { submissionKey, ...poll }: PollInput & { submissionKey: string },
  { now = new Date() }: Clock = {},
): Promise<PollOpened> {
  const { circleId, personId } = facilitator;
  const { zone } = poll;
  const resolved = resolveSlots(typedAhead(poll.slots, poll, now), { zone, now });
  if (!resolved.ok) return { ok: false, reason: 'slots', wrong: resolved.wrong };
  const closes = closeOf(poll.closes, { ...poll, now, slots: resolved.slots });
  if (!closes.ok) return { ok: false, reason: 'closes', resolved: closes.why };
  return db.transaction().execute(async (tx) => {
    const bad = await badChoice(tx, facilitator, { ...poll, agenda: [] });
    if (bad) return bad;
    const made = await tx
      .insertInto('time_poll')
      .values({
        circle_id: circleId,
        kind: poll.kind,
        title: poll.title,
        minutes: poll.minutes,
        place: poll.place,
        time_zone: zone,
        facilitator_id: poll.facilitatorId,
        milestone_id: poll.milestoneId,
        hides_answers: poll.hides,
        ...closes.columns,
        asked_by: personId,
        asked_at: now,
        changed_at: now,
        submission_key: submissionKey,
        submission_digest: digestOf(poll),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) {
      const first = await tx
        .selectFrom('time_poll')
        .select(['id', 'submission_digest as digest'])
        .where(inCircle(facilitator, 'time_poll'))
        .where('asked_by', '=', personId)
        .where('submission_key', '=', submissionKey)
        .executeTakeFirstOrThrow();
      return isSameForm(first.digest, poll)
        ? { ok: true, pollId: first.id }
        : { ok: false, reason: 'another-first', pollId: first.id };
    }
    const pollId = made.id;
    await together(tx, (at) => [
      insertSlots(at, { circleId, pollId }, resolved.slots),
      tellOfPoll(at, facilitator, { id: pollId, version: 1, what: 'opened', at: now }),
      polls.count(at, personId),
    ]);
    return { ok: true, pollId };
  });
}

const NONE = { closes_at: null, closes_on: null, closes_time: null };

/** What a row keeps of until when a poll is answered, and why that cannot be. */
export function closeOf(
  closes: PollInput['closes'],
  of: { kind: string; zone: string; now: Date; slots: readonly { startsAt: Date }[] },
) {
  const { kind, zone, now, slots } = of;
  if (!closes) return { ok: true, columns: NONE } as const;
  // Of an hour that comes twice the later end does nobody harm.
  const resolved = resolveLocalTime({ ...closes, zone }, { now, choice: 'second' });
  if (!resolved.ok) return { ok: false, why: resolved } as const;
  const at = resolved.startsAt;
  if (slots.every(({ startsAt }) => !isAhead(kind, startsAt, at))) {
    return { ok: false, why: { reason: 'after-all' } } as const;
  }
  const columns = { closes_at: at, closes_on: closes.date, closes_time: closes.time };
  return { ok: true, columns } as const;
}
