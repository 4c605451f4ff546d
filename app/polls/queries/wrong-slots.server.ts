import { closeWhy, slotWhy } from '#app/polls/words.ts';

interface Row {
  date: string;
  weekday: string;
  time: string;
  choice: string;
  twice: string;
}

interface Wrong {
  index: number;
  why: { reason: keyof typeof slotWhy; next?: { date: string; time: string } };
}

/**
 * The reasons beside the rows that are wrong, and the rows themselves, which ask then which of two
 * times is meant. Rows without a day and a time do not count.
 */
export function wrongRows<R extends Row>(
  rows: readonly R[],
  wrong: readonly Wrong[],
  kind: string,
) {
  const isBlank = ({ date, time }: Row) => (kind === 'weekly' ? time : `${date}${time}`) === '';
  const counted = rows.flatMap((row, at) => (isBlank(row) ? [] : [at]));
  const reasons: Record<string, string> = {};
  const twice = new Set<number>();
  for (const { index, why } of wrong) {
    const at = counted[index] ?? index;
    const next = why.next ? ` The next there is: ${why.next.time}.` : '';
    reasons[`slots[${at}].time`] = slotWhy[why.reason] + next;
    if (why.reason === 'exists-twice') twice.add(at);
  }
  const slots = rows.map((row, at) => (twice.has(at) ? { ...row, twice: 'yes' } : row));
  return { reasons, slots };
}

export const wrongClose = ({ reason }: { reason: keyof typeof closeWhy }) => ({
  closesTime: closeWhy[reason],
});
