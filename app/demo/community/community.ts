import { apart } from './apart.ts';
import { seedBooks } from './books.ts';
import { otherSideNext, tuesdayLeadsFirst, tuesdayLeadsNext } from './choices.ts';
import { handoverHour, otherSide, tuesdayLeads } from './circles.ts';
import { handoverHourThreads } from './discussion-handover.ts';
import {
  behindThread,
  bottleneckThread,
  commitmentsThread,
  troikaThread,
} from './discussion-help.ts';
import { kickoffThread } from './discussion-kickoff.ts';
import { onCallThread } from './discussion-on-call.ts';
import { otherSideThreads } from './discussion-other-side.ts';
import { reorgThread } from './discussion-reorg.ts';
import { stocksThread } from './discussion-stocks.ts';
import { hireThread, insideLoopThread } from './discussion-surprises.ts';
import { mentoring } from './mentoring/mentoring.ts';
import { people } from './people.ts';
import { otherSidePolls } from './polls.ts';
import { handoverHourReading, otherSideReading, tuesdayLeadsReading } from './readings.ts';
import { coachingHabit, otherSideSeason } from './seasons.ts';
import { handoverHourSessions } from './sessions-handover-hour.ts';
import { otherSideSessions } from './sessions-other-side.ts';
import { tuesdayLeadsSeries, tuesdayLeadsSessions } from './sessions-tuesday-leads.ts';
import { shelves } from './shelves.ts';
import type { SeedCommunity } from './types.ts';

/** The demo community that `npm start -- --demo` loads once. */
export const community: SeedCommunity = {
  anchorWeekday: 7,
  people,
  books: [...seedBooks, coachingHabit],
  apart,
  shelves,
  circles: [
    {
      ...tuesdayLeads,
      reading: tuesdayLeadsReading,
      choices: [tuesdayLeadsFirst, tuesdayLeadsNext],
      sessions: tuesdayLeadsSessions,
      series: tuesdayLeadsSeries,
      polls: [],
      takesTurns: true,
      favourites: [
        { kind: 'card', thing: 'closing-and-commitments/what-became-of-it' },
        { kind: 'recipe', thing: 'a-chapter-in-an-hour' },
      ],
      threads: [
        kickoffThread,
        onCallThread,
        stocksThread,
        bottleneckThread,
        reorgThread,
        behindThread,
        commitmentsThread,
        troikaThread,
        insideLoopThread,
        hireThread,
      ],
    },
    {
      ...otherSide,
      season: otherSideSeason,
      reading: otherSideReading,
      choices: [otherSideNext],
      sessions: otherSideSessions,
      polls: otherSidePolls,
      threads: otherSideThreads,
    },
    {
      ...handoverHour,
      reading: handoverHourReading,
      choices: [],
      sessions: handoverHourSessions,
      polls: [],
      threads: handoverHourThreads,
    },
  ],
  mentoring,
};
