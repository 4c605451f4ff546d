import type { Member } from '#app/access/proofs.ts';
import { refuse, shownAgain } from '#app/platform/forms/form.server.ts';
import { type AgendaDraftInput, type CardStep, readForIn } from '#app/sessions/forms.ts';
import { blankItem, CARD_FIELDS } from '#app/sessions/schedule/rules/session-draft.ts';
import { cardForAgenda } from './agenda-card.server.ts';
import { cardsToChoose } from './cards-to-choose.server.ts';
import type { ReadFor } from './pages-of-milestone.server.ts';

interface Asking {
  member: Member;
  /** what is read for the session, where its form does not say */
  read?: ReadFor;
}

type Draft = AgendaDraftInput & { milestoneId?: string; date?: string };

/** What a form with an agenda answers to its buttons of cards, which change it and save nothing. */
export async function afterCardStep<D extends Draft>(
  { cards, draft }: { cards: CardStep; draft: D },
  asking: Asking,
) {
  const found = cards.find ? await cardsThatFit(draft, cards, asking) : null;
  if (cards.add === undefined) return { ...shownAgain({ ...draft, step: '' }), found };
  const next = await withCard(draft, cards.add);
  if (!next) return refuse({ agenda: 'Choose a card from the list first.' });
  return { ...shownAgain(next), found };
}

/** Whoever may change an agenda runs its session. */
function cardsThatFit(draft: Draft, { show, look }: CardStep, { member, read }: Asking) {
  const search = new URLSearchParams({ show, look });
  for (const [name, field] of Object.entries(CARD_FIELDS)) {
    for (const value of [draft[field]].flat()) search.append(name, value);
  }
  const typed = readForIn({ milestone: draft.milestoneId, day: draft.date });
  return cardsToChoose(member, search, { read: read ?? typed, runsIt: true });
}

/** The form with the chosen card at the end of its agenda; null when there is no such card. */
async function withCard<D extends AgendaDraftInput>(draft: D, value: string): Promise<D | null> {
  const [deck = '', card = ''] = value.split('/');
  const found = await cardForAgenda(deck, card);
  if (!found) return null;
  const row = { ...blankItem, title: found.title, minutes: String(found.minutes), deck, card };
  return { ...draft, step: '', addCard: '', agenda: [...draft.agenda, row] };
}
