import { todayIn } from '#app/time/days.ts';

export const DEEDS = ['asked', 'offered', 'helped', 'thanked'] as const;
/** What somebody did, or was given thanks for. */
export type Deed = (typeof DEEDS)[number];

export interface Month extends Record<Deed, number> {
  /** 'YYYY-MM' */
  month: string;
}

/** So many months are shown, this one with them. */
const MONTHS = 12;

/** 'YYYY-MM' so many months before another. */
function monthsBefore(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const at = year * 12 + of - 1 - months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/**
 * What was done in each month on the clocks of a zone: from the first in which anything was, the last
 * twelve at most, to this one. Nothing where nothing was.
 * @param moments ISO
 */
export function byMonth(
  moments: Readonly<Record<Deed, readonly string[]>>,
  zone: string,
  now: Date,
): Month[] {
  const monthOf = (at: Date) => todayIn(zone, at).slice(0, 7);
  const last = monthOf(now);
  const first = monthsBefore(last, MONTHS - 1);
  const months = new Map<string, Month>();
  for (let back = MONTHS - 1; back >= 0; back--) {
    const month = monthsBefore(last, back);
    months.set(month, { month, asked: 0, offered: 0, helped: 0, thanked: 0 });
  }
  let begin = '';
  for (const deed of DEEDS) {
    for (const at of moments[deed]) {
      const month = monthOf(new Date(at));
      const there = months.get(month);
      if (!there) continue;
      there[deed] += 1;
      if (begin === '' || month < begin) begin = month;
    }
  }
  return begin === ''
    ? []
    : [...months.values()].filter(({ month }) => month >= begin && month >= first);
}

/** How often each was done in all of them. */
export const totals = (months: readonly Month[]): Record<Deed, number> => {
  const sum = (deed: Deed) => months.reduce((all, month) => all + month[deed], 0);
  return {
    asked: sum('asked'),
    offered: sum('offered'),
    helped: sum('helped'),
    thanked: sum('thanked'),
  };
};
