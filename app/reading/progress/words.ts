import type { Standing } from '#app/reading/progress/queries/standing.server.ts';
import { capital, countWord } from '#app/ui/words.ts';

/** What a member reads about their progress, and never what they have missed. */
export function standingWords(standing: Standing, mostlyRead: boolean): string {
  const { said, behind, furthest, withMe } = standing;
  if (behind) {
    return mostlyRead
      ? 'Most of the discussion so far is about chapters you have read.'
      : 'Take your time. What is about later chapters stays folded until you want it.';
  }
  const words = said
    ? furthest
      ? `You have read as far as ${furthest}.`
      : 'You have not begun.'
    : 'Until you say how far you are, notes open for you as the plan goes on.';
  return withMe ? `${words} ${pictureWords(withMe)}` : words;
}

/** 'Five of eight are with you.' */
const pictureWords = ({ here, of }: { here: number; of: number }) =>
  here === of
    ? 'All of you are at about the same place.'
    : `${capital(countWord(here - 1))} of the other ${countWord(of - 1)} ${here === 2 ? 'is' : 'are'} with you.`;
