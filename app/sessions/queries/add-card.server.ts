import { cardForAgenda } from '#app/sessions/agenda-card.server.ts';
import type { SessionDraft } from '#app/sessions/forms.ts';

/** The form with the chosen card at the end of its agenda; null when there is no such card. */
export async function withCard(draft: SessionDraft, value: string): Promise<SessionDraft | null> {
  const [deck = '', card = ''] = value.split('/');
  const found = await cardForAgenda(deck, card);
  if (!found) return null;
  const row = { title: found.title, minutes: String(found.minutes), deck, card };
  return { ...draft, step: '', addCard: '', agenda: [...draft.agenda, row] };
}
