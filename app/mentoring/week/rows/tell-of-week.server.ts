import type { Tx } from '#db/database.server.ts';

/** What somebody is told of their week: theirs alone. */
export interface OfWeek {
  what: 'week-begins' | 'week-reminder';
  weekId: number;
  /** it comes every other week from now on */
  slowed: boolean;
  at: Date;
}

export async function tellOfWeek(_tx: Tx, _personId: number, _told: OfWeek): Promise<void> {}

export async function untellOfWeek(_tx: Tx, _personId: number, _weekId: number): Promise<void> {}
