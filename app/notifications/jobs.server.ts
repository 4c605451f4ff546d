import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { sendDue } from './bundles/commands/send-due.server.ts';
import { sendMessage } from './commands/send-message.server.ts';
import { tidyMessages } from './commands/tidy-messages.server.ts';
import { releaseHeld } from './inbox/commands/release-held.server.ts';
import { tidyInboxes } from './inbox/commands/tidy-inboxes.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-message': { messageId: number };
    'send-due': Record<string, never>;
    'tidy-messages': Record<string, never>;
    'release-held': Record<string, never>;
    'tidy-inboxes': Record<string, never>;
  }
}

export const jobs = {
  'send-message': ({ messageId }) => sendMessage(messageId),
  'send-due': () => sendDue(),
  'tidy-messages': () => tidyMessages(),
  'release-held': () => releaseHeld(),
  'tidy-inboxes': () => tidyInboxes(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
