import { addressOfReport } from '#app/mentoring/reports/addresses.ts';
import { type BetweenOf, between } from '#app/notifications/rules/occasions.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** somebody handed something over to the reader */
    'report-received': Record<string, never>;
  }
}

interface Facts {
  settled: boolean;
}

/**
 * It names nobody, and says no word of it: that stands on its page, which asks whether they are still
 * what they were chosen as.
 */
const TITLE = 'Somebody asks you to read something';

export const occasions = {
  'report-received': between<'report-received', Facts>({
    topic: (report) => `report:${report}`,
    facts: `
select json_build_object('settled', r.settled_at is not null)
from conversation_report r
where r.id = i.thing_id and r.to_person_id = i.person_id`,
    over: ({ facts }) => facts.settled,
    line: ({ facts }) => ({
      title: TITLE,
      text: facts.settled ? 'You saw to it.' : 'They chose you, and nobody else.',
    }),
    inMail: () => ({ did: 'They chose you, and nobody else', headline: TITLE }),
    to: ({ thing }) => addressOfReport(thing ?? 0),
  }),
} satisfies BetweenOf<'report-received'>;
