import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { sendMessage } from './commands/send-message.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'send-message': { messageId: number };
  }
}

export const jobs = {
  'send-message': ({ messageId }) => sendMessage(messageId),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
