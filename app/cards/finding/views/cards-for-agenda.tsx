import { type ComponentType, lazy, Suspense } from 'react';
import type { AgendaCardFields, AgendaCards } from './agenda-cards.tsx';

/**
 * Cards in the form of an agenda. Most visits to the form never look for one: a browser gets what
 * draws them by itself, after the page; a server draws them with it.
 */
const parts = () => import('./agenda-cards.tsx');

type Fields = Parameters<typeof AgendaCardFields>[0];
type Results = Parameters<typeof AgendaCards>[0];

const drawn = import.meta.env.SSR ? await parts() : null;
const FieldsOf: ComponentType<Fields> =
  drawn?.AgendaCardFields ?? lazy(async () => ({ default: (await parts()).AgendaCardFields }));
const ResultsOf: ComponentType<Results> =
  drawn?.AgendaCards ?? lazy(async () => ({ default: (await parts()).AgendaCards }));

export const FieldsForAgenda = (props: Fields) => (
  <Suspense>
    <FieldsOf {...props} />
  </Suspense>
);

export const CardsForAgenda = (props: Results) => (
  <Suspense>
    <ResultsOf {...props} />
  </Suspense>
);
