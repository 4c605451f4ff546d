import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { sendMessage } from './commands/send-message.server.ts';
import { tidyMessages } from './commands/tidy-messages.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-message': { messageId: number };
    'tidy-messages': Record<string, never>;
  }
}

export const jobs = {
  'send-message': ({ messageId }) => sendMessage(messageId),
  'tidy-messages': () => tidyMessages(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
