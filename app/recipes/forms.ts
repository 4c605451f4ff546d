import { z } from 'zod';
import { peopleIn } from '#app/cards/forms.ts';
import {
  line,
  optionalLine,
  outOfDate,
  rowVersion,
  submissionKey,
} from '#app/platform/forms/fields.server.ts';
import { LONGEST_MINUTES, SHORTEST_MINUTES } from '#app/sessions/rules/session.ts';

const headCount = z.coerce.number(outOfDate).int(outOfDate).min(1, outOfDate).max(12, outOfDate);

export const PutOnSchema = z.object({
  recipe: line(60, 'Choose a recipe.'),
  /** what stands in the place of its discussion, as 'deck/card'; '' for the recipe as it is */
  card: optionalLine(130),
  /** for how many the page had worked it out */
  people: headCount,
  version: rowVersion,
  submissionKey,
});
export type PutOnInput = z.output<typeof PutOnSchema>;

/** What a recipe is to be fitted to, as an address carries it. */
export const fitIn = (search: URLSearchParams) => {
  const minutes = sessionMinutes.safeParse(search.get('minutes') || undefined);
  return { minutes: minutes.success ? minutes.data : null, people: peopleIn(search) };
};

const sessionMinutes = z.coerce.number().int().min(SHORTEST_MINUTES).max(LONGEST_MINUTES);
