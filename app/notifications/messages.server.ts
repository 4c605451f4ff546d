import { bundleToMail } from './bundles/queries/bundle-mail.server.ts';
import type { Part } from './bundles/rules/arranged.ts';
import { type MessagesOfRoom, message } from './rules/messages.ts';

declare module '#app/notifications/rules/messages.ts' {
  interface Messages {
    /** what waited for somebody, once something of it waited long enough */
    bundle: Record<string, never>;
    /** the same at the hours they chose */
    digest: Record<string, never>;
  }
}

const file = () => import('./bundles/mail/bundle.tsx');

interface OneThread {
  threadId?: number | undefined;
}

const thread = ({ threadId }: OneThread) => threadId;
const between = ({ parts }: { parts: readonly Part[] }) =>
  parts.every(({ of }) => of === 'between');

/** Mails about one thread stand together. */
const about = (_given: unknown, { threadId }: OneThread) =>
  threadId === undefined ? undefined : `thread:${threadId}`;

export const messages = {
  bundle: message({
    ...{ called: 'Word of what somebody has not seen', says: says(false) },
    ...{ file, about, thread, between },
  }),
  digest: message({ called: 'A digest', says: says(true), file, about, thread, between }),
} satisfies MessagesOfRoom;

function says(digest: boolean) {
  return async (_given: unknown, to: { personId: number; messageId: number }) => {
    const mail = await bundleToMail(to);
    return mail && { ...mail, digest };
  };
}
