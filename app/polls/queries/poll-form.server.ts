import type { Member } from '#app/access/proofs.ts';
import type { PollDraft } from '#app/polls/forms/poll.ts';
import type { PollKind } from '#app/polls/rules/poll.ts';
import { coming, firstOn, slotsOfPattern, weekdayOf } from '#app/polls/rules/slots.server.ts';
import {
  firstDefaults,
  sessionChoices,
} from '#app/sessions/schedule/queries/session-form.server.ts';
import type { Clock } from '#app/time/clock.ts';
import { addDays, todayIn } from '#app/time/days.ts';
import { resolveLocalTime } from '#app/time/local-time.ts';
import { db } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

/** What the form of a poll chooses from, and what it shows before anything is typed. */
export async function pollForm(member: Member, kind: 'dates' | 'weekly', clock: Clock = {}) {
  const { now = new Date() } = clock;
  const [{ zone, people, milestones, takesTurns }, earlier] = await Promise.all([
    sessionChoices(member, clock),
    earlierPolls(member),
  ]);
  const first = await firstDefaults(member, { milestones, takesTurns }, clock);
  const today = todayIn(zone, now);
  // A week begins on Monday.
  const from = kind === 'weekly' ? firstOn(addDays(today, 5), 1) : addDays(today, 5);
  return {
    kind,
    choices: { zone, people, milestones, takesTurns, earlier },
    defaults: {
      title: '',
      ...{ minutes: first.minutes, place: first.place, facilitatorId: first.facilitatorId },
      milestoneId: first.milestoneId,
      ...{ closesOn: addDays(today, 4), closesTime: '18:00', hides: '' },
      ...{ from, to: addDays(today, 11), weekdays: ['1', '2', '3', '4', '5'] },
      times: [first.time],
      slots: [] as PollDraft['slots'],
    },
  };
}

export type PollFormData = Awaited<ReturnType<typeof pollForm>>;

/** More than this nobody looks through. */
const MOST_EARLIER = 20;

async function earlierPolls(member: Member) {
  const rows = await db
    .selectFrom('time_poll as poll')
    .select(['poll.id', 'poll.kind', 'poll.title', 'poll.asked_at'])
    .where(inCircle(member, 'poll'))
    .orderBy('poll.id', 'desc')
    .limit(MOST_EARLIER)
    .execute();
  return rows.map(({ id, kind, title, asked_at }) => ({
    ...{ id, title, kind: kind as PollKind },
    askedAt: asked_at.toISOString(),
  }));
}

/** The form with the times of its pattern in place of those it had. */
export function filled(
  draft: PollDraft,
  fill: Parameters<typeof slotsOfPattern>[0] & { isWeekly: boolean },
): PollDraft {
  // A week is a pattern of its seven days, whichever they are.
  const [from, to] = ['2024-01-01', '2024-01-07'];
  const slots = slotsOfPattern(fill.isWeekly ? { ...fill, from, to } : fill);
  return { ...draft, step: '', slots: slots.map(asRow) };
}

const asRow = ({ date, time }: { date: string; time: string }) => ({
  ...{ date, weekday: String(weekdayOf(date)), time, choice: '', twice: '' },
});

/**
 * The form with the weekdays and hours of an earlier poll, in the weeks that come; null where there is
 * no such poll.
 */
export async function copied(
  member: Member,
  draft: PollDraft,
  pollId: number,
  { now = new Date() }: Clock = {},
): Promise<PollDraft | null> {
  const rows = await db
    .selectFrom('time_poll_slot as slot')
    .select(['slot.on_date as date', 'slot.at_time as time'])
    .where(inCircle(member, 'slot'))
    .where('slot.poll_id', '=', pollId)
    .where('slot.taken_away_at', 'is', null)
    .orderBy('slot.starts_at')
    .execute();
  const [first] = rows;
  if (!first) return null;
  // As many whole weeks later as it takes for all of them to be ahead.
  let later = 0;
  const tomorrow = addDays(todayIn(draft.zone || member.circle.timeZone, now), 1);
  while (addDays(first.date, later) < tomorrow) later += 7;
  const slots = rows.map(({ date, time }) => asRow({ date: addDays(date, later), time }));
  if (draft.kind === 'weekly') return { ...draft, step: '', slots: onceAWeek(slots) };
  return { ...draft, step: '', slots };
}

/** Times of the week, each once, from Monday on. */
const onceAWeek = (slots: PollDraft['slots']) =>
  [...new Map(slots.map((slot) => [`${slot.weekday} ${slot.time}`, slot])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, slot]) => slot);

/** The times of a poll as its form shows them for changing. */
export async function slotDefaults(
  member: Member,
  pollId: number,
  { now = new Date() }: Clock = {},
) {
  const [poll, rows] = await Promise.all([
    db
      .selectFrom('time_poll as poll')
      .select(['poll.closes_on', 'poll.closes_time', 'poll.version', 'poll.time_zone'])
      .select(['poll.kind'])
      .where(inCircle(member, 'poll'))
      .where('poll.id', '=', pollId)
      .executeTakeFirst(),
    db
      .selectFrom('time_poll_slot as slot')
      .select(['slot.on_date as date', 'slot.at_time as time', 'slot.second_time as second'])
      .select('slot.starts_at as startsAt')
      .where(inCircle(member, 'slot'))
      .where('slot.poll_id', '=', pollId)
      .where('slot.taken_away_at', 'is', null)
      .orderBy('slot.starts_at')
      .execute(),
  ]);
  if (!poll) return null;
  const { time_zone: zone, kind } = poll;
  const days = rows.map((slot) => coming(slot, { kind, zone }, now).date);
  return {
    zone,
    kind: kind as PollKind,
    from: days.sort()[0] ?? '',
    version: poll.version,
    closesOn: poll.closes_on ?? '',
    closesTime: poll.closes_time ?? '',
    slots: rows.map(({ date, time, second }) => {
      const shown = resolveLocalTime({ date, time, zone }, { now: new Date(0) });
      const twice = !shown.ok && shown.reason === 'exists-twice';
      const choice = second ? 'second' : twice ? 'first' : '';
      return { ...asRow({ date, time }), choice, twice: twice ? 'yes' : '' };
    }),
  };
}
