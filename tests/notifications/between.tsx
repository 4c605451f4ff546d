import { afterAll, beforeAll } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { tellPeople } from '#app/notifications/commands/tell-people.server.ts';
import {
  type AnyOccasion,
  occasionKinds,
} from '#app/notifications/inbox/rows/all-occasions.server.ts';
import { messageKinds } from '#app/notifications/rows/all-messages.server.ts';
import { message } from '#app/notifications/rules/messages.ts';
import { between } from '#app/notifications/rules/occasions.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import { viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface BetweenPeople {
    /** somebody greets: its thing is the person who does, and is gone with their account */
    greeting: { words: string };
  }
}

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    greeting: { words: string };
  }
}

const greeting = between<'greeting', { name: string }>({
  topic: (person) => `greeting:${person}`,
  facts: `
select json_build_object('name', p.name) from person p
where p.id = i.thing_id
  and not exists (select from person_deactivation d where d.person_id = p.id offset 0)`,
  line: ({ facts, detail }) => ({
    title: `${facts.name} greets you`,
    text: `They say: ${detail.words}`,
    said: detail.words,
  }),
  inMail: ({ facts }) => ({ did: 'Said', headline: `${facts.name} greets you` }),
  to: ({ thing }) => `/account?of=${thing}`,
});

const ownMail = message({
  called: 'A greeting',
  between: true,
  async says({ words }: { words: string }, { personId }) {
    const { name, email: address } = await viewer(personId);
    return { to: { name, address }, words };
  },
  file: async () => ({
    subject: ({ words }) => `Greeted: ${words}`,
    Body: ({ words }) => (
      <EmailLayout preview={words} title={words} reason="You get this because you are greeted.">
        {words}
      </EmailLayout>
    ),
  }),
});

/** Lets people greet each other, as long as a file's tests run: a kind of occasion with its own mail. */
export function letPeopleGreet(): void {
  beforeAll(() => {
    occasionKinds.greeting = greeting as AnyOccasion;
    messageKinds.greeting = ownMail;
  });
  afterAll(() => {
    delete occasionKinds.greeting;
    delete messageKinds.greeting;
  });
}

interface GreetingGiven {
  words?: string;
  at?: Date;
  /** with a mail of its own, of this occasion */
  mail?: string;
  until?: Date;
}

/** Has somebody greet people. */
export const greet = (
  who: { personId: number },
  whom: readonly { personId: number }[],
  { words = 'Good morning.', at = new Date(), mail, until }: GreetingGiven = {},
) =>
  tellPeople(
    db,
    whom.map(({ personId }) => personId),
    {
      ...{ occasion: 'greeting', thing: who.personId, detail: { words }, by: who.personId, at },
      ...(until && { until }),
      ...(mail && { mail: { message: 'greeting' as const, given: { words }, occasion: mail } }),
    },
  );

/** What is between somebody and others in their inbox, by topic: when mail may tell of it, or its state. */
export async function betweenOf({ personId }: Pick<Viewer, 'personId'>) {
  const rows = await db
    .selectFrom('inbox_item')
    .select(['topic', 'mail_at', 'read_at', 'message_id'])
    .where('circle_id', 'is', null)
    .where('person_id', '=', personId)
    .orderBy('topic')
    .execute();
  return Object.fromEntries(
    rows.map(({ topic, mail_at, read_at, message_id }) => [
      topic,
      read_at ? 'read' : (mail_at?.toISOString() ?? (message_id ? 'mailed' : 'never')),
    ]),
  );
}
