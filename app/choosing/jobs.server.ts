import { addressOfChoice } from '#app/choosing/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { dayAndTime } from '#app/time/words.ts';
import { closeDueChoice } from './commands/close-choice.server.ts';
import { remindOfChoice } from './commands/remind.server.ts';
import { type ChoiceToMail, choiceToMail } from './queries/mail.server.ts';

/** What members are told by mail: it opened, it closes at another time, it closed. */
export type Told = 'opened' | 'moved' | 'closed';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    /** `closesAt` (ISO) is the time it was set for: of a choice that moved nothing is done */
    'close-choice': { choiceId: number; closesAt: string };
    'send-choice-mail': {
      choiceId: number;
      personId: number;
      /** null when it closed by itself */
      byPersonId: number | null;
      what: Told;
    };
    'remind-of-choice': { choiceId: number; closesAt: string };
    'send-choice-reminder': { choiceId: number; closesAt: string; personId: number };
  }
}

// Templates are imported when a mail is sent: React Email must not slow the start of the server.
const templates = () => import('#app/choosing/mail/emails.tsx');

export const jobs = {
  'close-choice': ({ choiceId, closesAt }) =>
    closeDueChoice(choiceId, { until: new Date(closesAt) }),
  'send-choice-mail': async ({ choiceId, personId, byPersonId, what }) => {
    const mail = await choiceToMail(choiceId, personId, byPersonId);
    // What is over by now is not announced any more, and what was opened again has no result.
    if (!mail || mail.state !== (what === 'closed' ? 'closed' : 'open')) return;
    const { ChoiceClosedMail, ChoiceMail } = await templates();
    const words = wordsOf(mail);
    await sendMail({
      to: mail.to,
      subject: `${mail.circle.name}: ${subjects[what](words)}`,
      react: what === 'closed' ? ChoiceClosedMail(words) : ChoiceMail({ ...words, what }),
    });
  },
  'remind-of-choice': remindOfChoice,
  'send-choice-reminder': async ({ choiceId, closesAt, personId }) => {
    const mail = await choiceToMail(choiceId, personId, null);
    if (mail?.state !== 'open' || mail.hasRanked || mail.closesAt !== closesAt) return;
    const { ChoiceReminderMail } = await templates();
    const words = wordsOf(mail);
    await sendMail({
      to: mail.to,
      subject: `${mail.circle.name}: rank the books until ${words.when}`,
      react: ChoiceReminderMail(words),
    });
  },
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;

const subjects = {
  opened: ({ when }: ChoiceWords) => `which book next? Until ${when}`,
  moved: ({ when }: ChoiceWords) => `choosing the next book, now until ${when}`,
  closed: ({ winner }: ChoiceWords) => (winner ? `next, ${winner.title}` : 'no book was chosen'),
} as const;

function wordsOf({ circle, closesAt, zone, by, winner, id, hasRanked }: ChoiceToMail) {
  return {
    circle: circle.name,
    when: dayAndTime(closesAt, zone),
    by,
    winner,
    hasRanked,
    link: absolute(addressOfChoice(circle.slug, id)),
  };
}

export type ChoiceWords = ReturnType<typeof wordsOf>;
