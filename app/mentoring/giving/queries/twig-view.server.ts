import { byMonth, type Deed, totals } from '#app/mentoring/giving/rules/months.ts';
import { type InSeason, seasonQuestion } from '#app/mentoring/giving/rules/season-question.ts';
import { twig } from '#app/mentoring/giving/rules/twig.ts';
import { questionWords, spanWords, twigLabel, twigWords } from '#app/mentoring/giving/words.ts';
import type { SeasonAsked, TwigView } from './giving-view.ts';

/** As `momentsOf` gives them: ISO. */
export type Moments = Readonly<Record<Deed, readonly string[]>>;
/** As `seasonOf` gives it. */
export type SeasonRow = Omit<SeasonAsked, 'question'>;

/** The twig of what somebody did in the last twelve months; null where they asked and helped in none. */
export function twigOf(moments: Moments, zone: string, now: Date): TwigView | null {
  const months = byMonth({ ...moments, offered: [], thanked: [] }, zone, now);
  if (months.length === 0) return null;
  const all = totals(months);
  return {
    ...twig(months),
    label: twigLabel(months, all),
    words: twigWords(months, all),
    span: spanWords(months),
  };
}

/** What home shows of it: the twig, and the question in words. */
export function givingOnHome(
  { moments, season }: { moments: Moments; season: SeasonRow | null },
  zone: string,
  now: Date,
) {
  const asked = askedOf(season);
  const said = asked && questionWords(asked.question, asked);
  return {
    twig: twigOf(moments, zone, now),
    season: said && { was: said.was, question: said.question },
  };
}

/** The question that fits what was the case; null where none does. */
export function askedOf(season: (SeasonRow & InSeason) | null): SeasonAsked | null {
  const question = season && seasonQuestion(season);
  return question && { ...season, question };
}
