/** An agenda item as it is being typed; `id` of the saved one, deck and card when it is a card. */
export interface AgendaRow {
  id: string;
  title: string;
  minutes: string;
  deck: string;
  card: string;
}

export const blankItem: AgendaRow = { id: '', title: '', minutes: '', deck: '', card: '' };

export const isBlank = ({ title, minutes, card }: AgendaRow) =>
  `${title}${minutes}${card}`.trim() === '';

/** What a session's form calls the things one looks for in a card, by their names in an address. */
export const CARD_FIELDS = {
  q: 'cardWords',
  kind: 'cardKind',
  minutes: 'cardMinutes',
  people: 'cardPeople',
  notch: 'cardNotch',
  deck: 'cardDeck',
  unused: 'cardUnused',
  without: 'cardWithout',
} as const;

interface Draft {
  date: string;
  time: string;
  timeChoice: string;
  agenda: AgendaRow[];
}

/**
 * The form after a button was pressed: one of its agenda's, or 'take:2027-03-28T03:00' for the time
 * that was offered. 'check' and unknown steps change nothing.
 */
export function takeSessionStep<D extends Draft>(draft: D, step: string): D {
  const taken = takenTime(step);
  return taken ? { ...draft, ...taken } : takeAgendaStep(draft, step);
}

/** The same of an agenda: 'add-row', 'up:2', 'down:2', 'remove:2'. */
export function takeAgendaStep<D extends { agenda: AgendaRow[] }>(draft: D, step: string): D {
  const [verb, place] = step.split(':');
  if (verb === 'add-row') return { ...draft, agenda: [...draft.agenda, blankItem] };
  const at = Number(place);
  const row = draft.agenda[at];
  if (!row) return draft;
  const agenda = draft.agenda.filter((other) => other !== row);
  if (verb === 'remove') return { ...draft, agenda };
  if (verb !== 'up' && verb !== 'down') return draft;
  const to = verb === 'up' ? at - 1 : at + 1;
  if (to < 0 || to >= draft.agenda.length) return draft;
  return { ...draft, agenda: [...agenda.slice(0, to), row, ...agenda.slice(to)] };
}

/** The time that a button 'take:2027-03-28T03:00' offers, in place of the one typed; null of others. */
export function takenTime(step: string) {
  const [, date, time] = /^take:(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(step) ?? [];
  return date && time ? { date, time, timeChoice: '' } : null;
}

/** 'HH:MM' so many minutes later, '' while no time is typed. Pure: it runs while one types. */
export function clockAfter(time: string, minutes: number): string {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (hour === undefined) return '';
  const at = (Number(hour) * 60 + Number(minute) + minutes) % (24 * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}
