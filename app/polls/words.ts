import { dayIn, timeBeside, timeIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, countWord, listed } from '#app/ui/words.ts';
import type { PollAnswer, PollKind } from './rules/poll.ts';
import type { AskedPerson, SlotReason } from './rules/ranking.ts';

export const answerWords: Record<PollAnswer, string> = {
  yes: 'Yes',
  if_need_be: 'If need be',
  no: 'No',
};

/** What the others read of an answer, after a name. */
export const saidWords = {
  yes: 'can',
  if_need_be: 'if need be',
  no: 'can’t',
  silent: 'hasn’t said',
} as const;

const FIRST_NAME = /^\S+/;

/** What somebody is called where there is little room: their first name, or all of it among two. */
export function shortNames(people: readonly AskedPerson[]): Map<number, string> {
  const first = (name: string) => FIRST_NAME.exec(name)?.[0] ?? name;
  return new Map(
    people.map(({ id, name }) => {
      const isShared = people.some((other) => other.id !== id && first(other.name) === first(name));
      return [id, apart(isShared ? name : first(name))];
    }),
  );
}

interface ForWhom {
  me: number;
  names: ReadonlyMap<number, string>;
}

const called =
  ({ me, names }: ForWhom) =>
  ({ id, name }: AskedPerson) =>
    id === me ? 'you' : (names.get(id) ?? apart(name));

/** Those of a list with the viewer first. */
const meFirst = (people: readonly AskedPerson[], me: number) =>
  [...people].sort((a, b) => Number(b.id === me) - Number(a.id === me));

/** 'Four can, you among them; Ren if need be. Priya can’t.' */
export function canWords(reason: SlotReason, of: ForWhom): string {
  const { yes, ifNeedBe, no, silent } = reason;
  if (yes.length + ifNeedBe.length + no.length === 0) return 'Nobody has said yet.';
  const name = called(of);
  const [first] = yes;
  const mine = yes.some(({ id }) => id === of.me);
  const can =
    ifNeedBe.length + no.length + silent.length === 0
      ? 'Everybody can'
      : !first
        ? 'Nobody can gladly'
        : yes.length === 1
          ? `${capital(name(first))} can`
          : `${capital(countWord(yes.length))} can${mine ? ', you among them' : ''}`;
  const names = (people: readonly AskedPerson[]) => listed(meFirst(people, of.me).map(name));
  const maybe = ifNeedBe.length > 0 ? `; ${names(ifNeedBe)} if need be` : '';
  const cant =
    no.length > 0
      ? `. ${capital(names(no))} can’t`
      : silent.length > 0 && ifNeedBe.length === 0
        ? ', nobody can’t'
        : '';
  return `${can}${maybe}${cant}.`;
}

/** 'It is nobody’s night.' or 'It is night for Aroha (23:00) and for you (Friday 05:00).' */
export function nightWords(
  { nights }: SlotReason,
  of: ForWhom & { startsAt: string; zone: string },
): string {
  if (nights.length === 0) return 'It is nobody’s night.';
  const name = called(of);
  const said = nights.map(
    ({ person }) => `${name(person)} (${timeBeside(of.startsAt, person.zone, of.zone)})`,
  );
  return `It is night for ${listed(said)}.`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The days of a week to choose from, 1 Monday to 7 Sunday. */
export const weekdayOptions = WEEKDAYS.map((label, at) => ({ value: String(at + 1), label }));

/** 'Tuesdays' of 2 */
export const weekdaysWord = (weekday: number) => `${WEEKDAYS[weekday - 1] ?? ''}s`;

interface Clocks {
  zone: string;
  now: string;
}

/** 'Thursday 10 December', or 'Thursdays' of a time of the week, on somebody's clocks. */
export function slotDay(kind: PollKind, startsAt: string, { zone, now }: Clocks) {
  const day = dayIn(startsAt, zone, now);
  return kind === 'weekly' ? `${day.slice(0, day.indexOf(' '))}s` : day;
}

/** 'Thursday 10 December, 08:00' or 'Thursdays, 08:00' */
export const slotName = (kind: PollKind, startsAt: string, clocks: Clocks) =>
  `${slotDay(kind, startsAt, clocks)}, ${timeIn(startsAt, clocks.zone)}`;

/** What a poll asks. */
export const pollQuestion = (kind: PollKind, title = '') => {
  const about = title ? ` for “${apart(title)}”` : '';
  return kind === 'weekly'
    ? `Which weekly time suits you${about}?`
    : `When could you meet${about}?`;
};

/** What members are reminded to do: 'say when you could meet'. */
export const sayWords = (kind: PollKind) =>
  kind === 'weekly' ? 'say which weekly time suits you' : 'say when you could meet';

/** 'late on Tuesday', 'early on Tuesday', '' in the day. */
export function nightHour(time: string, weekday: string): string {
  if (time >= '22:00') return `late on ${weekday}`;
  return time < '07:00' ? `early on ${weekday}` : '';
}

/** 'Three are left for you' */
export const leftWords = (left: number) =>
  left === 1 ? 'One is left for you' : `${capital(countWord(left))} are left for you`;

export const pollTitle = (title: string) => (title ? `“${apart(title)}”` : 'the next session');

/** Why a slot was not taken, beside it. */
export const slotWhy = {
  past: 'That is in the past.',
  'does-not-exist': 'Clocks go forward over this time: it never comes that day.',
  'exists-twice': 'Clocks go back: this time comes twice that day. Say which you mean.',
  'twice-here': 'This time is in the list twice.',
} as const;

/** Why until then cannot be. */
export const closeWhy = {
  past: 'That is in the past.',
  'does-not-exist': 'Clocks go forward over this time: it never comes that day.',
  'exists-twice': 'Clocks go back: this time comes twice that day.',
  'after-all': 'All the times would be over by then. Choose an earlier day.',
} as const;

export const openedBefore =
  'This page has asked for a time before, with other words in it. Nothing is lost: both are here.';

export const changedMeanwhile =
  'Someone changed this poll while you did. Nothing is lost: both are here.';

export const pollOver = 'This poll is settled or called off, so it stays as it was.';
