import { absolute } from '#app/platform/links.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { isAnswer } from '#app/seasons/rules/seasons.ts';
import { remindOfWrap } from './commands/remind-of-wrap.server.ts';
import { settleList } from './commands/settle-list.server.ts';
import { turnSeasons } from './commands/turn-seasons.server.ts';
import { type WrapMailOf, type WrapToMail, wrapToMail } from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'turn-seasons': Record<string, never>;
    'send-wrap-opened': WrapMailOf;
    'remind-of-wrap': Omit<WrapMailOf, 'personId'>;
    'send-wrap-reminder': WrapMailOf;
    'open-list': Omit<WrapMailOf, 'personId'>;
    'send-list-open': WrapMailOf;
  }
}

// Templates are imported when a mail is sent: React Email must not slow the start of the server.
const templates = () => import('#app/seasons/mail/emails.tsx');

export const jobs = {
  'turn-seasons': () => turnSeasons(),
  'send-wrap-opened': async (of) => {
    const mail = await wrapToMail(of);
    if (!mail || mail.listOpened) return;
    const { WrapOpenedMail } = await templates();
    await sendMail({
      to: mail.to,
      subject: `${mail.circle}: the end of ${mail.book}`,
      react: WrapOpenedMail(wordsOf(mail)),
    });
  },
  'remind-of-wrap': remindOfWrap,
  'send-wrap-reminder': async (of) => {
    const mail = await wrapToMail(of);
    if (!mail || mail.listOpened || isAnswer(mail.answer)) return;
    const { WrapReminderMail } = await templates();
    await sendMail({
      to: mail.to,
      subject: `${mail.circle}: will you stay for the next book?`,
      react: WrapReminderMail(wordsOf(mail)),
    });
  },
  'open-list': (of) => settleList(of),
  'send-list-open': async (of) => {
    const mail = await wrapToMail(of);
    if (!mail) return;
    const { ListOpenMail } = await templates();
    await sendMail({
      to: mail.to,
      subject: `${mail.circle}: who stays for the next book`,
      react: ListOpenMail(wordsOf(mail)),
    });
  },
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;

const wordsOf = ({ circle, book, answerBy, zone, path }: WrapToMail) => ({
  ...{ circle, book, answerBy, zone, link: absolute(path) },
});

export type WrapWords = ReturnType<typeof wordsOf>;
