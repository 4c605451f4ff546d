import { addressOfReport } from '#app/mentoring/reports/addresses.ts';
import { isRecipient } from '#app/mentoring/reports/rows/recipient.server.ts';
import { type BetweenOf, between, READER } from '#app/notifications/rules/occasions.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** somebody handed something over to the reader */
    'report-received': Record<string, never>;
  }
}

interface Facts {
  settled: boolean;
}

/** It names nobody, and says no word of it: that stands on its page. */
const TITLE = 'Somebody asks you to read something';

export const occasions = {
  'report-received': between<'report-received', Facts>({
    topic: (report) => `report:${report}`,
    facts: `
select json_build_object('settled', r.settled_at is not null)
from conversation_report r
where r.id = i.thing_id and ${isRecipient({ person: 'i.person_id', circles: READER.circles })}`,
    over: ({ facts }) => facts.settled,
    line: ({ facts }) => ({
      title: TITLE,
      text: facts.settled ? 'You saw to it.' : 'They chose you, and nobody else.',
    }),
    inMail: () => ({ did: 'They chose you, and nobody else', headline: TITLE }),
    to: ({ thing }) => addressOfReport(thing ?? 0),
  }),
} satisfies BetweenOf<'report-received'>;
