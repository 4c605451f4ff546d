import type { JobHandler, JobName } from '#app/platform/queue.server.ts';
import { readImport } from '#app/shelves/imports/commands/read-import.server.ts';
import { tidyShelves } from './commands/tidy.server.ts';

declare module '#app/platform/queue.server.ts' {
  interface Jobs {
    'read-shelf-import': { importId: number };
    'tidy-shelves': Record<string, never>;
  }
}

export const jobs = {
  'read-shelf-import': ({ importId }) => readImport(importId),
  'tidy-shelves': () => tidyShelves(),
} satisfies Partial<{ [N in JobName]: JobHandler<N> }>;
