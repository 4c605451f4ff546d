import { type SectionKind, sectionName } from '#app/books/rules/section-name.ts';
import { agendaCard } from '#app/cards/queries/cards.server.ts';

export interface NamedCard {
  deck: string;
  slug: string;
  title: string;
}

/** What a thread belongs to, beside its circle. */
export interface ThreadContext {
  section?: { id: number; name: string };
  session?: { id: number; title: string; startsAt: string };
  card?: NamedCard;
}

/** The columns of a thread's row that say what it belongs to. */
export interface ContextRow {
  section: { id: number; kind: SectionKind; label: string; title: string } | null;
  session: ThreadContext['session'] | null;
  deck: string | null;
  card: string | null;
}

/** The context of a thread's row, with the card's title from its deck. */
export async function contextOf({ section, session, deck, card }: ContextRow) {
  const context: ThreadContext = {};
  if (section) context.section = { id: section.id, name: sectionName(section) };
  if (session) {
    context.session = { ...session, startsAt: new Date(session.startsAt).toISOString() };
  }
  const named = deck && (await cardNamed(deck, card));
  if (named) context.card = named;
  return context;
}

/** A card by its names; null when no shelf has it (any more). */
export async function cardNamed(
  deck: string | null,
  slug: string | null,
): Promise<NamedCard | null> {
  if (!deck || !slug) return null;
  const card = await agendaCard(deck, slug);
  return card && { deck, slug, title: card.title };
}
