import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { factsOfTwo } from '#app/mentoring/conversations/queries/facts-of-two.server.ts';
import { type BetweenOf, between, type SaysBetween } from '#app/notifications/rules/occasions.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';

declare module '#app/notifications/rules/occasions.ts' {
  /** The thing of all these is the conversation. */
  interface BetweenPeople {
    'meeting-set': { meetingId: number };
    /** `was` (ISO): when it was to be before */
    'meeting-moved': { meetingId: number; was: string };
    /** another length or place */
    'meeting-changed': { meetingId: number };
    'meeting-off': { meetingId: number };
    /** it was called off, and is held after all */
    'meeting-restored': { meetingId: number };
    /** the rules of clocks changed that it was set by */
    'meeting-clocks': { meetingId: number };
    'meeting-soon': { meetingId: number };
  }
}

interface MeetingFacts {
  other: string;
  /** ISO; null when the meeting is off */
  startsAt: string | null;
}

const ofMeeting = {
  topic: (conversation: number | null) => `meetings:${conversation}`,
  facts: factsOfTwo(`, 'startsAt', (
    select m.starts_at from conversation_meeting m
    where m.conversation_id = c.id and m.cancelled_at is null
      and m.id = (i.detail->>'meetingId')::bigint)`),
  to: ({ thing }: { thing: number | null }) => addressOfConversation(thing ?? 0),
};

const when = (at: string, zone: string, now: Date) => dayAndTime(at, zone, now);

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
  'meeting-restored': between<'meeting-restored', MeetingFacts>(
    meeting((by, at) => `${by} put your meeting back: you talk on ${at} after all`),
  ),
  'meeting-clocks': between<'meeting-clocks', MeetingFacts>(
    meeting((_, at) => `Clocks have new rules, where it was set: for you it is on ${at}`),
  ),
  'meeting-soon': between<'meeting-soon', MeetingFacts>(
    meeting((_, at, other) => `Soon: you talk with ${other} on ${at}`),
  ),
} satisfies BetweenOf<
  | 'meeting-set'
  | 'meeting-moved'
  | 'meeting-changed'
  | 'meeting-off'
  | 'meeting-restored'
  | 'meeting-clocks'
  | 'meeting-soon'
>;
