import { read } from '#app/time/reading.ts';
import { isNight, type PollAnswer } from './poll.ts';

export interface AskedPerson {
  id: number;
  name: string;
  zone: string;
}

export interface AnsweredSlot {
  id: number;
  startsAt: string;
  /** of each person, in their order; null: not said */
  answers: readonly (PollAnswer | null)[];
}

/** What speaks for a slot and against it. */
export interface SlotReason {
  slotId: number;
  yes: AskedPerson[];
  ifNeedBe: AskedPerson[];
  no: AskedPerson[];
  silent: AskedPerson[];
  /** those who can, and for whom it is night, with the time on their clocks */
  nights: { person: AskedPerson; time: string }[];
}

export function reasonOf(slot: AnsweredSlot, people: readonly AskedPerson[]): SlotReason {
  const said = (answer: PollAnswer | null) =>
    people.filter((_, at) => (slot.answers[at] ?? null) === answer);
  const [yes, ifNeedBe] = [said('yes'), said('if_need_be')];
  const nights = [...yes, ...ifNeedBe].flatMap((person) => {
    const { time } = read(slot.startsAt, person.zone);
    return isNight(time) ? [{ person, time }] : [];
  });
  return { slotId: slot.id, yes, ifNeedBe, no: said('no'), silent: said(null), nights };
}

/**
 * The slots that somebody can make, the best first: most who can, then fewest who can't, then most who
 * can gladly, then the fewest nights; the earlier of two that are alike.
 */
export function ranked(
  slots: readonly AnsweredSlot[],
  people: readonly AskedPerson[],
): SlotReason[] {
  return slots
    .map((slot) => ({ slot, reason: reasonOf(slot, people) }))
    .filter(({ reason }) => reason.yes.length + reason.ifNeedBe.length > 0)
    .sort(
      (a, b) =>
        canMake(b.reason) - canMake(a.reason) ||
        a.reason.no.length - b.reason.no.length ||
        b.reason.yes.length - a.reason.yes.length ||
        a.reason.nights.length - b.reason.nights.length ||
        Date.parse(a.slot.startsAt) - Date.parse(b.slot.startsAt) ||
        a.slot.id - b.slot.id,
    )
    .map(({ reason }) => reason);
}

const canMake = ({ yes, ifNeedBe }: SlotReason) => yes.length + ifNeedBe.length;
