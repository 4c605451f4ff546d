import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfOutcome } from '#app/mentoring/conversations/addresses.ts';
import { factsOfTwo } from '#app/mentoring/conversations/queries/facts-of-two.server.ts';
import { type BetweenOf, between } from '#app/notifications/rules/occasions.ts';
import { apart } from '#app/ui/apart.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** the other wrote; the thing of all these is the conversation */
    'conversation-line': Record<string, never>;
    'conversation-ended': Record<string, never>;
    /** both are asked what came of it */
    'outcome-asked': Record<string, never>;
    'thanks-given': Record<string, never>;
  }
}

interface Facts {
  /** the ask's */
  title: string;
  other: string;
  ended: boolean;
}

interface LineFacts extends Facts {
  /** the beginning of the other's latest note; null unless the reader wants it in mail */
  html: string | null;
}

interface ThanksFacts extends Facts {
  /** null unless the reader wants it in mail */
  body: string | null;
}

interface AskedFacts extends Facts {
  answered: boolean;
}

const IN_A_MAIL = 280;

/** What mail may say of it, as its reader set it: nothing, unless they wish it. */
const saidInMail = `exists (
  select from helping h where h.person_id = i.person_id and h.said_in_mail offset 0)`;

const to = ({ thing }: { thing: number | null }) => addressOfConversation(thing ?? 0);

const talk = {
  topic: (conversation: number | null) => `conversation:${conversation}`,
  to,
};

const called = ({ title }: Facts) => apart(title);

export const occasions = {
  'conversation-line': between<'conversation-line', LineFacts>({
    ...talk,
    facts: factsOfTwo(`, 'html', case when ${saidInMail} then (
      select left(n.body_html, 2000) from conversation_note n
      where n.conversation_id = c.id and n.author_id <> i.person_id and n.taken_back_at is null
      order by n.id desc limit 1) end`),
    line: ({ facts }) => ({
      title: called(facts),
      text: `${apart(facts.other)} wrote to you.`,
      ...(facts.html !== null && { said: excerpt(facts.html, IN_A_MAIL) }),
    }),
    inMail: ({ facts }) => {
      const did = `${apart(facts.other)} wrote to you`;
      return { did, headline: did };
    },
    called: ({ facts }) => `Your conversation with ${apart(facts.other)}`,
  }),
  'conversation-ended': between<'conversation-ended', Facts>({
    ...talk,
    facts: factsOfTwo(),
    line: ({ facts }) => ({
      title: called(facts),
      text: `${apart(facts.other)} ended your conversation. What was said stays for the two of you.`,
    }),
    inMail: ({ facts }) => ({
      did: `${apart(facts.other)} ended your conversation`,
      headline: `${apart(facts.other)} ended your conversation`,
    }),
  }),
  'outcome-asked': between<'outcome-asked', AskedFacts>({
    topic: (conversation) => `outcome:${conversation}`,
    facts: factsOfTwo(`, 'answered', exists (select from ask_outcome o
      where o.conversation_id = c.id and o.person_id = i.person_id offset 0)`),
    over: ({ facts }) => facts.answered,
    line: ({ facts }) => ({
      title: called(facts),
      text: facts.answered
        ? 'You said what came of it.'
        : `Did it help, you and ${apart(facts.other)}? What did you do?`,
    }),
    inMail: ({ facts }) => ({
      did: 'Did it help? What did you do?',
      headline: `You and ${apart(facts.other)}: did it help?`,
    }),
    to: ({ thing }) => addressOfOutcome(thing ?? 0),
  }),
  'thanks-given': between<'thanks-given', ThanksFacts>({
    topic: (conversation) => `thanks:${conversation}`,
    // Thanks that were taken back are none.
    facts: `${factsOfTwo(`, 'body', case when ${saidInMail} then (
      select t.body from ask_thanks t where t.conversation_id = c.id) end`)}
  and exists (select from ask_thanks t where t.conversation_id = c.id offset 0)`,
    line: ({ facts }) => ({
      title: called(facts),
      text: `${apart(facts.other)} thanks you, and says what changed.`,
      ...(facts.body !== null && { said: apart(facts.body) }),
    }),
    inMail: ({ facts }) => ({
      did: `${apart(facts.other)} thanks you`,
      headline: `${apart(facts.other)} thanks you`,
    }),
    to,
  }),
} satisfies BetweenOf<
  'conversation-line' | 'conversation-ended' | 'outcome-asked' | 'thanks-given'
>;
