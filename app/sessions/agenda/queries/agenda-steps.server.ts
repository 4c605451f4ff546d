import { filtersIn } from '#app/cards/forms.ts';
import { refuse, shownAgain } from '#app/platform/forms/form.server.ts';
import type { AgendaDraftInput } from '#app/sessions/forms.ts';
import { blankItem } from '#app/sessions/schedule/rules/session-draft.ts';
import { cardForAgenda, cardsToChoose } from './agenda-card.server.ts';

interface CardStep<D> {
  find?: boolean | undefined;
  addCard?: string | undefined;
  draft: D;
}

/** What a form with an agenda answers to its buttons of cards, which change it and save nothing. */
export async function afterCardStep<D extends AgendaDraftInput>({
  find,
  addCard,
  draft,
}: CardStep<D>) {
  const found = find ? await cardsThatFit(draft) : null;
  if (addCard === undefined) return { ...shownAgain({ ...draft, step: '' }), found };
  const next = await withCard(draft, addCard);
  if (!next) return refuse({ agenda: 'Choose a card from the list first.' });
  return { ...shownAgain(next), found };
}

const cardsThatFit = ({ cardKind, cardMinutes, cardPeople, cardWords }: AgendaDraftInput) =>
  cardsToChoose(
    filtersIn(
      new URLSearchParams({
        kind: cardKind,
        minutes: cardMinutes,
        people: cardPeople,
        q: cardWords,
      }),
    ),
  );

/** The form with the chosen card at the end of its agenda; null when there is no such card. */
async function withCard<D extends AgendaDraftInput>(draft: D, value: string): Promise<D | null> {
  const [deck = '', card = ''] = value.split('/');
  const found = await cardForAgenda(deck, card);
  if (!found) return null;
  const row = { ...blankItem, title: found.title, minutes: String(found.minutes), deck, card };
  return { ...draft, step: '', addCard: '', agenda: [...draft.agenda, row] };
}
