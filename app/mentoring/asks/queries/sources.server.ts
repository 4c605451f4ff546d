import type { Viewer } from '#app/access/proofs.ts';
import { sectionName } from '#app/books/rules/section-name.ts';
import { addressOfCard } from '#app/cards/addresses.ts';
import { agendaCard } from '#app/cards/queries/cards.server.ts';
import { addressOfNote } from '#app/discussions/addresses.ts';
import { excerpt } from '#app/discussions/rules/excerpt.ts';
import type { SourceInAddress } from '#app/mentoring/addresses.ts';
import {
  asksWithSource,
  type SourceRow,
  sourceStatement,
} from '#app/mentoring/asks/rows/source-statement.server.ts';
import { columnsOf } from '#app/mentoring/asks/rules/source.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { AskSource, SourceInCircle } from './source-view.ts';

/** So many characters of a note or takeaway are shown. */
const BEGINNING = 280;

const OF_ASKS = sourceStatement(asksWithSource('a.id = any($4::bigint[])'));
const OF_NONE_YET = sourceStatement(`
  select 0::bigint as id, $1::bigint as asker_id, $4::bigint as circle_id, $5::text as kind,
    $6::bigint as note_id, $7::bigint as reading_id, $8::bigint as person_id,
    $9::text as deck, $10::text as card, $11::bigint as commitment_id`);

/**
 * What asks come from, by their ids, in one statement: as the viewer may see it at this moment. An
 * ask without a source, or whose source is gone for another than its asker, is not in it.
 * @param askIds asks that were found to be the viewer's to read
 */
export async function sourcesOf(
  viewer: Viewer,
  askIds: readonly number[],
  { now = new Date() } = {},
): Promise<Map<number, AskSource>> {
  if (askIds.length === 0) return new Map();
  return asked(viewer, OF_ASKS, [askIds], now);
}

/**
 * What an ask to be begun would come from; null when there is no such thing in a circle of the
 * viewer's, or no such card.
 */
export async function sourceToBe(
  viewer: Viewer,
  circleId: number | null,
  source: SourceInAddress,
  { now = new Date() } = {},
): Promise<AskSource | null> {
  const { kind, noteId, readingId, personId, deck, card, commitmentId } = columnsOf(source);
  const here = viewer.memberships.some(({ circle }) => circle.id === circleId);
  if (kind !== 'card' && !here) return null;
  const values = [circleId, kind, noteId, readingId, personId, deck, card, commitmentId];
  const found = (await asked(viewer, OF_NONE_YET, values, now)).get(0);
  return found && found.kind !== 'gone' ? found : null;
}

async function asked(viewer: Viewer, text: string, values: unknown[], now: Date) {
  const circles = viewer.memberships.map(({ circle }) => circle.id);
  const days = viewer.memberships.map(({ circle }) => todayIn(circle.timeZone, now));
  const { rows } = await acrossCircles(
    databasePool(),
    'asks are read across circles; what each comes from is looked for in its own',
  ).query<SourceRow>({ text, values: [viewer.personId, circles, days, ...values] });
  const all = await Promise.all(rows.map(async (row) => [row.id, await sourceOf(row)] as const));
  return new Map(all.flatMap(([id, source]) => (source ? [[id, source] as const] : [])));
}

async function sourceOf(row: SourceRow): Promise<AskSource | null> {
  const { kind, is_asker, here, found } = row;
  const gone: AskSource | null = is_asker ? { kind: 'gone', of: kind } : null;
  if (kind === 'card') {
    const [deck, slug] = [row.deck ?? '', row.card ?? ''];
    const card = await agendaCard(deck, slug);
    return card ? { kind, title: card.title, href: addressOfCard({ deck, slug }) } : gone;
  }
  if (!found) return gone;
  const href = here && row.slug ? placeOf(row, row.slug) : null;
  if (kind === 'commitment') {
    const { mine = false, act = '', byOn = '' } = found;
    return href === null ? { kind: 'elsewhere', of: kind } : { kind, mine, act, byOn, href };
  }
  if (found.folded && href !== null) return foldedOf(kind, found, href);
  if (kind === 'passage') {
    const { quote = '', page = '', book = null } = found;
    return { kind, quote, page, book, href };
  }
  if (href === null) return { kind: 'elsewhere', of: kind };
  const { by = '', mine = false, book } = found;
  const beginning = excerpt(found.html ?? '', BEGINNING);
  if (kind === 'note') return { kind, by, mine, beginning, href };
  return { kind, by, mine, beginning, book: book ?? '', href };
}

function foldedOf(
  of: SourceInCircle,
  { section, book }: NonNullable<SourceRow['found']>,
  href: string,
): AskSource {
  const place = section ? sectionName(section) : (book ?? null);
  return { kind: 'folded', of, section: place, href };
}

function placeOf({ found, reading_id }: SourceRow, slug: string): string {
  const { thread, note, session } = found ?? {};
  if (session !== undefined) return addressOfSession(slug, session);
  if (thread !== undefined && note !== undefined) return addressOfNote(slug, thread, note);
  return addressOfWrap(slug, reading_id ?? 0);
}
