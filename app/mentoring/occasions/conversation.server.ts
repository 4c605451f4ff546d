import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfOutcome } from '#app/mentoring/conversations/addresses.ts';
import { type BetweenOf, between, type SaysBetween } from '#app/notifications/rules/occasions.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** the other wrote; the thing of all these is the conversation */
    'conversation-line': Record<string, never>;
    'conversation-ended': Record<string, never>;
    /** both are asked what came of it */
    'outcome-asked': Record<string, never>;
    'thanks-given': Record<string, never>;
    'meeting-set': { meetingId: number };
    /** `was` (ISO): when it was to be before */
    'meeting-moved': { meetingId: number; was: string };
    /** another length or place */
    'meeting-changed': { meetingId: number };
    'meeting-off': { meetingId: number };
    /** the rules of clocks changed that it was set by */
    'meeting-clocks': { meetingId: number };
    'meeting-soon': { meetingId: number };
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

interface MeetingFacts extends Facts {
  /** ISO; null when the meeting is off */
  startsAt: string | null;
}

const IN_A_MAIL = 280;

/** What mail may say of it, as its reader set it: nothing, unless they wish it. */
const saidInMail = `exists (
  select from helping h where h.person_id = i.person_id and h.said_in_mail offset 0)`;

/** The conversation of a line, as `partnerOf` lets its reader in; a stranger has no line of it. */
const facts = (more = '') => `
select json_build_object('title', a.title, 'other', p.name, 'ended', c.ended_at is not null${more})
from conversation c
join ask a on a.id = c.ask_id
join person p on p.id in (c.asker_id, c.helper_id) and p.id <> i.person_id
where c.id = i.thing_id and i.person_id in (c.asker_id, c.helper_id)
  and not exists (select from person_block b where b.blocked_id = i.person_id
    and b.person_id in (c.asker_id, c.helper_id) offset 0)`;

const to = ({ thing }: { thing: number | null }) => addressOfConversation(thing ?? 0);

const talk = {
  topic: (conversation: number | null) => `conversation:${conversation}`,
  to,
};

const ofMeeting = {
  topic: (conversation: number | null) => `meetings:${conversation}`,
  facts: facts(`, 'startsAt', (
    select m.starts_at from conversation_meeting m
    where m.conversation_id = c.id and m.cancelled_at is null
      and m.id = (i.detail->>'meetingId')::bigint)`),
  to,
};

const when = (at: string, zone: string, now: Date) => dayAndTime(at, zone, now);
const called = ({ title }: Facts) => apart(title);

/** A word of a meeting, also to who did it: nothing is said of one that is off by now, or over. */
const meeting = (words: (by: string, at: string, other: string) => string) => ({
  ...ofMeeting,
  doer: true as const,
  over: ({ facts: { startsAt }, now }: { facts: MeetingFacts; now: Date }) =>
    startsAt === null || new Date(startsAt) <= now,
  line({ facts: { other, startsAt }, by, zone, now }: MeetingSays) {
    const who = apart(by ?? other);
    return {
      title: `You and ${apart(other)}`,
      text: startsAt
        ? `${words(who, when(startsAt, zone, now), apart(other))}.`
        : 'The meeting is off by now.',
    };
  },
});

type MeetingSays = SaysBetween<unknown, MeetingFacts>;

export const occasions = {
  'conversation-line': between<'conversation-line', LineFacts>({
    ...talk,
    facts: facts(`, 'html', case when ${saidInMail} then (
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
    facts: facts(),
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
    facts: facts(`, 'answered', exists (select from ask_outcome o
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
    facts: `${facts(`, 'body', case when ${saidInMail} then (
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
  'meeting-set': between<'meeting-set', MeetingFacts>(
    meeting((by, at) => `${by} set a time to talk: ${at}`),
  ),
  'meeting-moved': between<'meeting-moved', MeetingFacts>(
    meeting((by, at) => `${by} moved your meeting to ${at}`),
  ),
  'meeting-changed': between<'meeting-changed', MeetingFacts>(
    meeting((by, at) => `${by} changed the length or the place of your meeting on ${at}`),
  ),
  'meeting-off': between<'meeting-off', MeetingFacts>({
    ...ofMeeting,
    doer: true,
    line: ({ facts: { other }, by }) => ({
      title: `You and ${apart(other)}`,
      text: `${apart(by ?? other)} called your meeting off.`,
    }),
  }),
  'meeting-clocks': between<'meeting-clocks', MeetingFacts>(
    meeting((_, at) => `Clocks have new rules, where it was set: for you it is on ${at}`),
  ),
  'meeting-soon': between<'meeting-soon', MeetingFacts>(
    meeting((_, at, other) => `Soon: you talk with ${other} on ${at}`),
  ),
} satisfies BetweenOf<
  | 'conversation-line'
  | 'conversation-ended'
  | 'outcome-asked'
  | 'thanks-given'
  | 'meeting-set'
  | 'meeting-moved'
  | 'meeting-changed'
  | 'meeting-off'
  | 'meeting-clocks'
  | 'meeting-soon'
>;
