/** What everybody is to be told in the year, by the rules alone. */
import {
  allSessions,
  answerOf,
  membersAt,
  moment,
  must,
  nameOf,
  type Session,
  slotsAt,
  startsOf,
} from './model.ts';
import {
  type CircleName,
  circles,
  ENDS,
  type Happens,
  OFF,
  people,
  script,
  type Who,
} from './script.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LEADS = [20_160, 2_880, 120];
/** How long ahead the sessions of series are sure to be there. */
const AHEAD = 80 * DAY;
const BACK = 31 * DAY;

const circlesOf = (who: Who, at: number) =>
  (Object.keys(circles) as CircleName[]).filter((circle) => membersAt(circle, at).includes(who));

const iso = (at: number) => new Date(at).toISOString();
const span = (starts: number, minutes: number) =>
  `${iso(starts)} to ${iso(starts + minutes * MINUTE)}`;

/** What a calendar that took in all that was mailed shows of the days to come. */
export const calendarOf = (who: Who, at: number, until: number): string[] =>
  allSessions
    .filter(({ circle }) => circlesOf(who, at).includes(circle))
    .flatMap((session) => {
      const starts = startsOf(session, at);
      if (starts === null || starts <= at || starts > until) return [];
      return [`${session.series ?? session.name} ${span(starts, session.minutes)}`];
    })
    .sort();

/** What a feed is sure to have, and what it may have: what lies further ahead than sessions are made. */
export function feedOf(who: Who, at: number): { has: string[]; may: string[] } {
  const has: string[] = [];
  const may: string[] = [];
  for (const circle of circlesOf(who, at)) {
    for (const starts of slotsAt(circle, at))
      has.push(`May be: ${circle}: When? ${span(starts, 75)} TENTATIVE`);
    for (const session of allSessions) {
      if (session.circle !== circle || (session.was[0]?.from ?? at) > at) continue;
      if (session.replacedAt !== null && session.replacedAt <= at) continue;
      const { droppedAt, series, name, minutes, was } = session;
      const known = was.filter(({ from }) => from <= at);
      const starts = known.findLast((one) => one.starts !== null)?.starts ?? 0;
      if (starts <= at - BACK) continue;
      const isOff = known.at(-1)?.starts === null;
      const line = `${circle}: ${series ?? name} ${span(starts, minutes)} ${isOff ? 'CANCELLED' : 'CONFIRMED'}`;
      const madeBy = droppedAt !== null && droppedAt <= at ? droppedAt : at;
      (series === null || starts <= madeBy + AHEAD ? has : may).push(line);
    }
  }
  return { has: has.sort(), may };
}

export interface Reminder {
  at: string;
  who: Who;
  session: string;
  lead: number;
  starts: number;
}

/** When the server is next there to do something. */
const upAt = (at: number) =>
  at >= moment(OFF.from) && at < moment(OFF.until) ? moment(OFF.until) : at;

export const expectedReminders = (): Reminder[] =>
  allSessions
    .flatMap((session) =>
      session.was.flatMap(({ from, starts }, index) => {
        const ends = session.was[index + 1]?.from ?? Number.POSITIVE_INFINITY;
        return starts === null ? [] : remindersOf(session, { from, starts, ends });
      }),
    )
    .filter(({ at }) => at < iso(moment(ENDS)))
    .sort(inOrder);

export function inOrder(a: Reminder, b: Reminder): number {
  const [one, other] = [a, b].map(({ at, who, session }) => `${at} ${session} ${who}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

interface Stood {
  from: number;
  starts: number;
  /** when it was moved or called off */
  ends: number;
}

function remindersOf(session: Session, { from, starts, ends }: Stood): Reminder[] {
  return LEADS.flatMap((lead) => {
    const due = starts - lead * MINUTE;
    const at = upAt(due);
    if (due <= from || due >= ends || at >= starts) return [];
    // A later one that is due as well is said in its place.
    if (LEADS.some((other) => other < lead && starts - other * MINUTE <= at)) return [];
    return membersAt(session.circle, at)
      .filter((who) => wants(who, session.circle, lead, at) && answerOf(session, who, at) !== 'no')
      .map((who) => ({ at: iso(at), who, session: session.name, lead, starts }));
  });
}

function wants(who: Who, circle: CircleName, lead: number, at: number): boolean {
  const before = script.filter((act) => moment(act.at) <= at);
  const trimmed = before
    .filter((act) => act.does === 'trims')
    .findLast((act) => act.circle === circle);
  if (trimmed && !trimmed.leads.includes(lead)) return false;
  return !before.some(
    (act) =>
      act.does === 'does without' && act.who === who && act.circle === circle && act.lead === lead,
  );
}

/** A message to a calendar: of a whole series, of one of its days, or of one by itself. */
export interface Told {
  at: string;
  who: Who;
  method: 'REQUEST' | 'CANCEL';
  thing: string;
  day: 'all of it' | 'its day';
  /** what its person had said */
  partstat: string;
}

const PARTSTAT = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' };

export const expectedTold = (): Told[] => script.flatMap(toldOf).sort(byWords);

export function byWords(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function toldOf(act: Happens): Told[] {
  const at = moment(act.at);
  const whole = (circle: CircleName, ...series: string[]) =>
    membersAt(circle, at).flatMap((who) =>
      series.map((thing) => all(act.at, who, 'REQUEST', thing)),
    );
  const circleOf = (series: string) =>
    must(allSessions.find((one) => one.series === series)).circle;
  const one = (of: Parameters<typeof nameOf>[0], method: 'REQUEST' | 'CANCEL') => {
    const session = must(allSessions.find(({ name }) => name === nameOf(of)));
    return membersAt(session.circle, at).map((who): Told => {
      const answer = answerOf(session, who, at);
      const partstat = answer ? PARTSTAT[answer] : 'NEEDS-ACTION';
      const day = session.series ? 'its day' : 'all of it';
      return { at: act.at, who, method, thing: session.series ?? session.name, day, partstat };
    });
  };
  switch (act.does) {
    case 'begins':
      return whole(act.circle, act.series);
    case 'changes':
    case 'ends':
      return whole(circleOf(act.series), act.series);
    case 'splits':
      return whole(circleOf(act.as), act.series, act.as);
    case 'finishes the book':
      return whole(circleOf('Evenings'), 'Evenings');
    case 'sets':
    case 'chooses':
      return one(act.session, 'REQUEST');
    case 'moves':
      return one(act.of, 'REQUEST');
    case 'skips':
    case 'calls off':
      return one(act.of, 'CANCEL');
    case 'puts back':
      return typeof act.of === 'string'
        ? one(act.of, 'REQUEST')
        : whole(circleOf(act.of.series), act.of.series);
    case 'joins':
      return things(act.circle, at).map((thing) => all(act.at, act.who, 'REQUEST', thing));
    case 'leaves':
      return things(act.circle, at).map((thing) => all(act.at, act.who, 'CANCEL', thing));
    default:
      return [];
  }
}

const all = (at: string, who: Who, method: Told['method'], thing: string): Told => ({
  ...{ at, who, method, thing, day: 'all of it', partstat: 'NEEDS-ACTION' },
});

/** The series that go on, and the sessions by themselves that are to come. */
const things = (circle: CircleName, at: number): string[] => [
  ...new Set(
    allSessions
      .filter((session) => session.circle === circle && (startsOf(session, at) ?? 0) > at)
      .map(({ series, name }) => series ?? name),
  ),
];

export const everybody = Object.keys(people) as Who[];
