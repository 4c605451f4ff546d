import { addressOfAsk, addressOfConversation } from '#app/mentoring/addresses.ts';
import type { AskState } from '#app/mentoring/asks/rules/ask.ts';
import type { OfferState } from '#app/mentoring/offers/rules/offer.ts';
import {
  type Between,
  type BetweenOf,
  between,
  READER,
} from '#app/notifications/rules/occasions.ts';
import { dayOf } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { readsAsk } from '#db/reads-ask.server.ts';

type Nothing = Record<string, never>;

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** to the asker: somebody answered, or took their answer back */
    'offer-answer': Nothing;
    /** to the asker, on the day that a “not now” named */
    'offer-due': Nothing;
    /** to the helper: taken up */
    'offer-taken': Nothing;
    /** to the helper: thanked, not this time; `another`: somebody else’s was taken up */
    'offer-thanked': { another: boolean };
    /** to the asker */
    'question-asked': Nothing;
    /** to who asked it */
    'question-answered': Nothing;
  }
}

interface Facts {
  askId: number;
  title: string;
  asker: string;
  helper: string;
  open: AskState;
  state: OfferState;
  until: string | null;
  setAside: boolean;
  conversationId: number | null;
}

const facts = (reader: string) => `
select json_build_object('askId', a.id, 'title', a.title, 'asker', asker.name,
  'helper', helper.name, 'open', a.state, 'state', o.state, 'until', o.until,
  'setAside', o.set_aside_at is not null,
  'conversationId', (select v.id from conversation v where v.offer_id = o.id))
from offer o join ask a on a.id = o.ask_id
join person asker on asker.id = a.asker_id join person helper on helper.id = o.helper_id
where o.id = i.thing_id and ${reader}`;

const ofOffer = {
  topic: (offer) => `offer:${offer}`,
  facts: facts('a.asker_id = i.person_id'),
  to: ({ facts }) => addressOfAsk(facts.askId),
} satisfies Omit<Between<unknown, Facts>, 'line' | 'between' | 'weight'>;

const toHelper = {
  ...ofOffer,
  facts: facts(`o.helper_id = i.person_id and ${readsAsk(READER)}`),
} as const;

interface Question {
  askId: number;
  title: string;
  asker: string;
  by: string;
  open: AskState;
  answered: boolean;
}

const question = (reader: string) => ({
  topic: (id: number | null) => `question:${id}`,
  facts: `
select json_build_object('askId', a.id, 'title', a.title, 'asker', asker.name, 'by', p.name,
  'open', a.state, 'answered', q.answer is not null)
from ask_question q join ask a on a.id = q.ask_id
join person asker on asker.id = a.asker_id join person p on p.id = q.person_id
where q.id = i.thing_id and ${reader}`,
  to: ({ facts }: { facts: Question }) => addressOfAsk(facts.askId),
});

const about = ({ title }: { title: string }) => `About “${apart(title)}”.`;

export const occasions = {
  'offer-answer': between<'offer-answer', Facts>({
    ...ofOffer,
    over: ({ facts }) => facts.state === 'withdrawn' || facts.state === 'taken',
    line: ({ facts, now }) => ({ title: answer(facts, now), text: about(facts) }),
    inMail: ({ facts, now }) => ({
      did: about(facts),
      headline: answer(facts, now),
    }),
  }),
  'offer-due': between<'offer-due', Facts>({
    ...ofOffer,
    over: ({ facts }) => facts.state !== 'not_now',
    line: ({ facts }) => ({
      title: `${apart(facts.helper)} said to ask from today on`,
      text: `${about(facts)} You wanted to be reminded.`,
    }),
  }),
  'offer-taken': between<'offer-taken', Facts>({
    ...toHelper,
    line: ({ facts }) => ({
      title: `${apart(facts.asker)} takes you up on it`,
      text: `${about(facts)} You two can talk now.`,
    }),
    to: ({ facts }) =>
      facts.conversationId === null
        ? addressOfAsk(facts.askId)
        : addressOfConversation(facts.conversationId),
  }),
  'offer-thanked': between<'offer-thanked', Facts>({
    ...toHelper,
    over: ({ facts }) => !facts.setAside,
    line: ({ facts, detail }) => ({
      title: `${apart(facts.asker)} thanks you for your offer`,
      text: `${about(facts)} ${detail.another ? 'Somebody else helps this time.' : 'Not this time.'}`,
    }),
  }),
  'question-asked': between<'question-asked', Question>({
    ...question('a.asker_id = i.person_id'),
    over: ({ facts }) => facts.answered || facts.open !== 'open',
    line: ({ facts }) => ({
      title: `${apart(facts.by)} would like to know something first`,
      text: facts.answered ? 'You have answered.' : about(facts),
    }),
  }),
  'question-answered': between<'question-answered', Question>({
    ...question(`q.person_id = i.person_id and ${readsAsk(READER)}`),
    line: ({ facts }) => ({
      title: `${apart(facts.asker)} answered what you asked`,
      text: about(facts),
    }),
  }),
} satisfies BetweenOf<
  | 'offer-answer'
  | 'offer-due'
  | 'offer-taken'
  | 'offer-thanked'
  | 'question-asked'
  | 'question-answered'
>;

function answer({ helper, state, until }: Facts, now: Date): string {
  const who = apart(helper);
  if (state === 'not_now') {
    return `${who}: not now, ask me after ${until ? dayOf(until, 'long', now) : 'a while'}`;
  }
  if (state === 'withdrawn') return `${who} took their answer back`;
  return `${who} can help`;
}
