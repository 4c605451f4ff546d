import pg from 'pg';
import { vi } from 'vitest';
import { readStatement } from '#db/circle-clause/check.server.ts';
import { CIRCLE_TABLES } from '#db/schema.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

const OWNED = new RegExp(`\\b(${CIRCLE_TABLES.join('|')})\\b`);
const WORK = /^\s*(select|insert|update|delete|with)\b/i;

/**
 * The statements that `work` asks of what circles own, one of each text. Those that go
 * `acrossCircles` are left out: nothing in them holds a table to a circle.
 */
export async function recorded(work: () => Promise<void>): Promise<Statement[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const found = new Map<string, Statement>();
    for (const [asked, second] of spy.mock.calls as unknown as [
      string | pg.QueryConfig,
      unknown,
    ][]) {
      const text = typeof asked === 'string' ? asked : asked.text;
      const given = typeof asked === 'string' ? second : (asked.values ?? second);
      const values = Array.isArray(given) ? given : [];
      if (WORK.test(text) && OWNED.test(text) && !found.has(text))
        found.set(text, { text, values });
    }
    return [...found.values()].filter(({ text }) => readStatement(text).unheld.length === 0);
  } finally {
    spy.mockRestore();
  }
}
