import { addressOfPeople } from '#app/circles/addresses.ts';
import { absolute } from '#app/platform/links.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import * as mail from './queries/mail.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-removal': { departureId: number };
    'send-host-handed-over': { circleId: number; personId: number; byPersonId: number };
    'send-hosting-passed': { circleId: number; personId: number; beforePersonId: number };
  }
}

// Templates are imported when a mail is sent: React Email must not slow the start of the server.
const templates = () => import('./mail/emails.tsx');

export const jobs = {
  'send-removal': async ({ departureId }) => {
    const removal = await mail.removalToMail(departureId);
    if (!removal) return;
    const { RemovalMail } = await templates();
    await sendMail({
      to: { name: removal.name, address: removal.email },
      subject: `You are no longer in ${removal.circle}`,
      react: RemovalMail({ circle: removal.circle, host: removal.host, word: removal.word }),
    });
  },
  'send-host-handed-over': async ({ circleId, personId, byPersonId }) => {
    const handOver = await mail.handOverToMail(circleId, personId, byPersonId);
    if (!handOver) return;
    const { HandOverMail } = await templates();
    await sendMail({
      to: { name: handOver.name, address: handOver.email },
      subject: `You now host ${handOver.circle}`,
      react: HandOverMail({
        circle: handOver.circle,
        before: handOver.before,
        link: absolute(addressOfPeople(handOver.slug)),
      }),
    });
  },
  'send-hosting-passed': async ({ circleId, personId, beforePersonId }) => {
    const passed = await mail.handOverToMail(circleId, personId, beforePersonId);
    if (!passed) return;
    const { HostingPassedMail } = await templates();
    await sendMail({
      to: { name: passed.name, address: passed.email },
      subject: `You now host ${passed.circle}`,
      react: HostingPassedMail({
        circle: passed.circle,
        before: passed.before,
        link: absolute(addressOfPeople(passed.slug)),
      }),
    });
  },
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
