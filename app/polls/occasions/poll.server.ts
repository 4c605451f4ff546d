import { type Occasion, type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { type PollKind, pollState } from '#app/polls/rules/poll.ts';
import { pollQuestion, sayWords } from '#app/polls/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { capital } from '#app/ui/words.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    'poll-opened': Nothing;
    /** there are other times to answer */
    'poll-changed': Nothing;
    'poll-reopened': Nothing;
    /** it closes soon, and whoever is told has not answered it all */
    'poll-reminder': Nothing;
    'poll-called-off': Nothing;
    /** told to whoever asked */
    'poll-all-answered': Nothing;
    'poll-closed': Nothing;
  }
}

interface Facts {
  kind: PollKind;
  title: string;
  closesAt: string | null;
  endedAs: 'chosen' | 'called_off' | null;
  /** how many of its times the reader has not answered */
  left: number;
  /** when the session is that it became */
  sessionAt: string | null;
}

/** A time poll, by the number of its row. What anybody answered is not in it. */
const ofPoll = {
  weight: 'circle',
  topic: (poll) => `poll:${poll}`,
  facts: `
select json_build_object('kind', p.kind, 'title', p.title, 'closesAt', p.closes_at, 'endedAs', e.ended_as,
  'sessionAt', s.starts_at,
  'left', (select count(*) from time_poll_slot t
    where t.circle_id = p.circle_id and t.poll_id = p.id and t.taken_away_at is null
      and (p.kind = 'weekly' or t.starts_at > now()) and not exists (
        select from time_poll_answer a where a.circle_id = t.circle_id and a.slot_id = t.id
          and a.person_id = i.person_id offset 0)))
from time_poll p
left join time_poll_end e on e.circle_id = p.circle_id and e.poll_id = p.id
left join session s on s.circle_id = e.circle_id and s.id = e.session_id
where p.circle_id = i.circle_id and p.id = i.thing_id`,
  to: ({ circle, thing }) => addressOfPoll(circle.slug, thing ?? ''),
} satisfies Omit<Occasion<unknown, Facts>, 'line'>;

const isEnded = ({ facts, now }: { facts: Facts; now: Date }) => pollState(facts, now) !== 'open';
const somebody = (by: string | null) => by ?? 'A facilitator';
const until = ({ closesAt }: Facts, zone: string, now: Date) =>
  closesAt ? ` until ${dayAndTime(closesAt, zone, now)}` : '';
const about = ({ title }: Facts) => (title ? ` for “${apart(title)}”` : '');

/** What became of it, where something did. */
function outcome({ facts, zone, now }: { facts: Facts; zone: string; now: Date }) {
  if (facts.sessionAt) return `It is settled: ${dayAndTime(facts.sessionAt, zone, now)}.`;
  const state = pollState(facts, now);
  if (state === 'called_off') return 'It is called off.';
  if (state === 'chosen') return 'It is settled.';
  return state === 'closed' ? 'It is closed.' : null;
}

export const occasions = {
  'poll-opened': occasion<'poll-opened', Facts>({
    ...ofPoll,
    over: isEnded,
    line: (says) => ({
      title: pollQuestion(says.facts.kind, says.facts.title),
      text: outcome(says) ?? `${somebody(says.by)} asks${until(says.facts, says.zone, says.now)}.`,
    }),
  }),
  'poll-changed': occasion<'poll-changed', Facts>({
    ...ofPoll,
    over: isEnded,
    line: (says) => ({
      title: `There are other times to choose from${about(says.facts)}`,
      text:
        outcome(says) ??
        `${somebody(says.by)} put them in. What you answered stays${until(says.facts, says.zone, says.now) && `; it is open${until(says.facts, says.zone, says.now)}`}.`,
    }),
  }),
  'poll-reopened': occasion<'poll-reopened', Facts>({
    ...ofPoll,
    over: isEnded,
    line: (says) => ({
      title: pollQuestion(says.facts.kind, says.facts.title).replace(/\?$/, ', after all?'),
      text: outcome(says) ?? `${somebody(says.by)} goes on with it.`,
    }),
  }),
  'poll-reminder': occasion<'poll-reminder', Facts>({
    ...ofPoll,
    over: (says) => says.facts.left === 0 || isEnded(says),
    line: (says) => ({
      title: `${capital(sayWords(says.facts.kind))}${until(says.facts, says.zone, says.now)}`,
      text: outcome(says) ?? (says.facts.left === 0 ? 'You have.' : 'Some times are left for you.'),
    }),
  }),
  'poll-called-off': occasion<'poll-called-off', Facts>({
    ...ofPoll,
    line: ({ facts, by }) => ({
      title: `Finding a ${facts.kind === 'weekly' ? 'weekly ' : ''}time${about(facts)} is off`,
      text: `${somebody(by)} called it off.`,
    }),
  }),
  'poll-all-answered': occasion<'poll-all-answered', Facts>({
    ...ofPoll,
    weight: 'you',
    over: ({ facts }) => facts.endedAs !== null,
    line: (says) => ({
      title: `Everybody has answered${about(says.facts)}`,
      text: outcome(says) ?? 'You can choose the time.',
    }),
  }),
  'poll-closed': occasion<'poll-closed', Facts>({
    ...ofPoll,
    weight: 'you',
    over: ({ facts }) => facts.endedAs !== null,
    line: (says) => ({
      title: `The time to answer is over${about(says.facts)}`,
      text: says.facts.endedAs ? (outcome(says) ?? '') : 'You can choose the time.',
    }),
  }),
} satisfies OccasionsOf<
  | 'poll-opened'
  | 'poll-changed'
  | 'poll-reopened'
  | 'poll-reminder'
  | 'poll-called-off'
  | 'poll-all-answered'
  | 'poll-closed'
>;
