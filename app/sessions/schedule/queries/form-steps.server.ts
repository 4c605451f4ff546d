import type { z } from 'zod';
import { filtersIn } from '#app/cards/forms.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { cardForAgenda, cardsToChoose } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { SessionDraft, SessionSchema } from '#app/sessions/forms.ts';
import { timeWords } from '#app/sessions/schedule/words.ts';
import { resolveLocalTime, type Unresolved } from '#app/time/local-time.ts';

type Sent = z.output<typeof SessionSchema>;

/**
 * What a session's form answers to its buttons, which change it and save nothing; null when it is
 * to be saved.
 */
export async function afterStep(form: Exclude<Sent, { session: object }>) {
  if (form.next) return shownAgain(form.next);
  if (form.check) {
    const { choice } = form.check;
    const resolved = resolveLocalTime(form.check, { now: new Date(), choice });
    const draft = { ...form.draft, step: '' };
    return resolved.ok ? shownAgain(draft) : notThatTime(draft, resolved);
  }
  const found = form.find ? await cardsThatFit(form.draft) : null;
  if (form.addCard === undefined) return { ...shownAgain({ ...form.draft, step: '' }), found };
  const next = await withCard(form.draft, form.addCard);
  if (!next) return refuse({ agenda: 'Choose a card from the list first.' });
  return { ...shownAgain(next), found };
}

/** Refuses a time that is over, never comes or comes twice, with what can be done about it. */
export const notThatTime = (draft: SessionDraft, resolved: Unresolved) =>
  refusedWith(draft, { time: timeWords[resolved.reason] }, { resolved });

const cardsThatFit = ({ cardKind, cardMinutes, cardPeople, cardWords }: SessionDraft) =>
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
async function withCard(draft: SessionDraft, value: string): Promise<SessionDraft | null> {
  const [deck = '', card = ''] = value.split('/');
  const found = await cardForAgenda(deck, card);
  if (!found) return null;
  const row = { title: found.title, minutes: String(found.minutes), deck, card };
  return { ...draft, step: '', addCard: '', agenda: [...draft.agenda, row] };
}
