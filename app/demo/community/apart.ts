import type { SeedApart } from './types.ts';

/** Whom somebody would rather not be with, which only they see. */
export const apart: SeedApart[] = [
  {
    person: 'noor',
    keptApart: ['marcus'],
    addresses: ['e.brandt@example.com'],
    blocked: ['camila'],
  },
];
