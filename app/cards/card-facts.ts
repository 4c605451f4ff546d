import { type CardSummary, cardKinds } from './card.ts';

/** '3 to 8 people' */
export const peopleWords = ([fewest, most]: CardSummary['people']) =>
  fewest === most ? `${fewest} people` : `${fewest} to ${most} people`;

export const kindWords = ({ kind }: Pick<CardSummary, 'kind'>) => cardKinds[kind];
