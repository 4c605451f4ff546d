import { addressOfAsk } from '#app/mentoring/addresses.ts';
import type { AskState } from '#app/mentoring/asks/rules/ask.ts';
import {
  type Between,
  type BetweenOf,
  between,
  type OccasionsOf,
  occasion,
  READER,
} from '#app/notifications/rules/occasions.ts';
import { apart } from '#app/ui/apart.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';
import { readsAsk } from '#db/reads-ask.server.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** an ask went to a circle, or is asked there `again` */
    'ask-to-circle': { again: boolean };
  }
  interface BetweenPeople {
    /** an ask went to somebody; `again`: they hear of it once more, or it was opened again */
    'ask-to-you': { again: boolean };
    /** to who was asked alone, and who answered */
    'ask-ended': Nothing;
    /** to the asker: who was asked alone does not answer; `reach` is how it went to them */
    'ask-unanswered': { reach: number };
    /** to the asker, once a week */
    'ask-still-open': { days: number };
    'ask-expired': Nothing;
  }
}

interface Facts {
  title: string;
  asker: string;
  state: AskState;
  /** whether it closed by itself */
  expired: boolean;
  direct: boolean;
  /** whether its reader has answered, in whichever way */
  answered: boolean;
}

/** An ask to somebody whom it reaches now. */
const asFacts = (reached = 'true') => `
select json_build_object('title', a.title, 'asker', p.name, 'state', a.state,
  'expired', a.closed_as = 'expired',
  'direct', exists (select from ask_reach r
    where r.ask_id = a.id and r.kind = 'person' and r.person_id = i.person_id offset 0),
  'answered', exists (select from offer o where o.ask_id = a.id and o.helper_id = i.person_id
      and o.state <> 'withdrawn' offset 0)
    or exists (select from ask_question q
      where q.ask_id = a.id and q.person_id = i.person_id offset 0))
from ask a join person p on p.id = a.asker_id
where a.id = i.thing_id and ${reached} and ${readsAsk(READER)}`;

const isOver = ({ facts }: { facts: Facts }) => facts.state !== 'open' || facts.answered;

const ended = ({ expired }: Facts) =>
  expired
    ? 'It closed by itself after four weeks. Thank you for reading it.'
    : 'Closed, thank you.';

const toReader = {
  topic: (ask) => `ask:${ask}`,
  facts: asFacts(),
  over: isOver,
  to: ({ thing }) => addressOfAsk(thing ?? ''),
} satisfies Omit<Between<unknown, Facts>, 'line' | 'between' | 'weight'>;

interface Mine {
  title: string;
  state: AskState;
  offers: number;
  /** who was asked alone and has not answered since; null once they have */
  silent: string | null;
}

const toAsker = {
  topic: (ask) => `ask:${ask}`,
  facts: `
select json_build_object('title', a.title, 'state', a.state,
  'offers', (select count(*) from offer o
    where o.ask_id = a.id and o.state = 'made' and o.set_aside_at is null),
  'silent', (select p.name from ask_reach r join person p on p.id = r.person_id
    where r.ask_id = a.id and r.id = (i.detail ->> 'reach')::bigint
      and not exists (select from offer o
        where o.ask_id = a.id and o.helper_id = r.person_id offset 0)
      and not exists (select from ask_question q
        where q.ask_id = a.id and q.person_id = r.person_id offset 0)))
from ask a where a.id = i.thing_id and a.asker_id = i.person_id and a.state <> 'draft'`,
  to: ({ thing }) => addressOfAsk(thing ?? ''),
} satisfies Omit<Between<unknown, Mine>, 'line' | 'between' | 'weight'>;

const inWeeks = ({ days }: { days: number }) =>
  `${countWord(days / 7)} ${plural(days / 7, 'week', 'weeks')}`;

const waiting = ({ offers }: Mine) =>
  offers === 0
    ? 'Nobody has offered yet. Ask somebody else too, say it in other words, or close it.'
    : `${capital(countWord(offers))} ${plural(offers, 'offer waits', 'offers wait')} for you.`;

export const occasions = {
  'ask-to-circle': occasion<'ask-to-circle', Facts>({
    weight: 'circle',
    topic: toReader.topic,
    facts: asFacts(`exists (select from ask_reach went
      where went.ask_id = a.id and went.circle_id = i.circle_id offset 0)`),
    over: isOver,
    line: ({ facts, detail, circle }) => ({
      title: apart(facts.title),
      text:
        facts.state === 'open'
          ? `${apart(facts.asker)} asks ${apart(circle.name)}${detail.again ? ' again' : ''}.`
          : ended(facts),
    }),
    inMail: ({ facts }) => asked(facts),
    to: ({ thing }) => addressOfAsk(thing ?? ''),
  }),
  'ask-to-you': between<'ask-to-you', Facts>({
    ...toReader,
    line: ({ facts, detail }) => ({
      title: apart(facts.title),
      text:
        facts.state === 'open'
          ? `${whom(facts)}${detail.again ? ', once more' : ''}.`
          : ended(facts),
    }),
    inMail: ({ facts }) => asked(facts),
  }),
  'ask-ended': between<'ask-ended', Facts>({
    ...toReader,
    over: ({ facts }) => facts.state !== 'closed',
    line: ({ facts }) => ({
      title: apart(facts.title),
      text: facts.state === 'closed' ? ended(facts) : `${whom(facts)} again.`,
    }),
    inMail: ({ facts }) => ({
      did: ended(facts),
      headline: `An ask of ${apart(facts.asker)} is closed`,
    }),
  }),
  'ask-unanswered': between<'ask-unanswered', Mine>({
    ...toAsker,
    over: ({ facts }) => facts.state !== 'open' || facts.silent === null,
    line: ({ facts }) => ({
      title: apart(facts.title),
      text:
        facts.silent === null
          ? 'An answer came after all.'
          : `${apart(facts.silent)} has not answered. Weeks are full: ask a second person, or the circle.`,
    }),
    inMail: ({ facts }) => ({
      did: `${apart(facts.silent ?? '')} has not answered. You can ask a second person, or the circle`,
      headline: 'Your ask is not answered yet',
    }),
  }),
  'ask-still-open': between<'ask-still-open', Mine>({
    ...toAsker,
    over: ({ facts }) => facts.state !== 'open',
    line: ({ facts, detail }) => ({
      title: apart(facts.title),
      text:
        facts.state === 'open'
          ? `Your ask has been open for ${inWeeks(detail)}. ${waiting(facts)}`
          : 'Your ask is closed.',
    }),
    inMail: ({ facts }) => ({ did: waiting(facts), headline: 'Your ask is still open' }),
  }),
  'ask-expired': between<'ask-expired', Mine>({
    ...toAsker,
    over: ({ facts }) => facts.state !== 'closed',
    line: ({ facts }) => ({
      title: apart(facts.title),
      text:
        facts.state === 'closed'
          ? 'Your ask closed by itself after four weeks. One click opens it again.'
          : 'You opened your ask again.',
    }),
    inMail: () => ({
      did: 'It closed by itself after four weeks. One click opens it again',
      headline: 'Your ask has closed',
    }),
  }),
} satisfies OccasionsOf<'ask-to-circle'> &
  BetweenOf<'ask-to-you' | 'ask-ended' | 'ask-unanswered' | 'ask-still-open' | 'ask-expired'>;

const whom = ({ asker, direct }: Facts) =>
  `${apart(asker)} asks ${direct ? 'you' : 'whoever might know'}`;

const asked = (facts: Facts) => ({
  did: whom(facts),
  headline: `${whom(facts)}: ${apart(facts.title)}`,
});
