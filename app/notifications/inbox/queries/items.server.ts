import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { occasionOf } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import { itemsStatement } from '#app/notifications/inbox/rows/items-statement.server.ts';
import type { InMail, Line } from '#app/notifications/rules/occasions.ts';
import { todayIn } from '#app/time/days.ts';
import { apart } from '#app/ui/apart.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** One line of somebody's inbox. */
export interface InboxItem extends Line {
  topic: string;
  kind: string;
  /** the name of who did it; null when nobody did */
  by: string | null;
  /** what the way to it is called */
  called: string;
  /** what has to be read first while it is held; null where that is not it */
  waitsFor: string | null;
  /** null of what is between people */
  circle: { id: number; slug: string; name: string; cloth: Cloth } | null;
  /** where one click leads */
  to: string;
  /** of a note, the thread it is in */
  threadId: number | null;
  forYou: boolean;
  /** it does not count for now: its text lies beyond the reader's line, or is taken back */
  held: boolean;
  /** no mail tells of it any more */
  over: boolean;
  /** what its row says of that, which time alone may have made untrue */
  heldAsKept: boolean;
  read: boolean;
  at: Date;
  /** what the kind read for its words, as it read it */
  facts: unknown;
  inMail: InMail;
}

interface Row {
  circle_id: number | null;
  topic: string;
  kind: string;
  thing_id: number | null;
  thread_id: number | null;
  detail: unknown;
  for_you: boolean;
  at: Date;
  read_at: Date | null;
  held: boolean;
  held_as_kept: boolean;
  facts: unknown;
  by: string | null;
  by_person_id: number | null;
  /** of its circle: all of them, or none */
  slug: string | null;
  circle: string | null;
  cloth: Cloth | null;
}

const OWN = 'an inbox is one person’s, of all their circles';

/**
 * Items of a person's inbox in words, the latest first. One round trip.
 * @param which SQL over `i`, the row of inbox_item: which ones, by `values` from $4 on
 */
export async function itemsOf(
  viewer: Viewer,
  which: string,
  values: readonly unknown[],
  { now = new Date() }: { now?: Date } = {},
): Promise<InboxItem[]> {
  const circles = viewer.memberships.map(({ circle }) => circle);
  const { rows } = await acrossCircles(databasePool(), OWN).query<Row>({
    text: itemsStatement(which),
    values: [
      viewer.personId,
      circles.map(({ id }) => id),
      circles.map(({ timeZone }) => todayIn(timeZone, now)),
      ...values,
    ],
  });
  return rows.flatMap((row) => inWords(row, viewer, now));
}

function inWords(row: Row, { personId, timeZone }: Viewer, now: Date): InboxItem[] {
  const kind = occasionOf(row.kind);
  const circle = circleOf(row);
  if (!kind || (circle === null) !== (kind.between === true)) return [];
  const says = {
    facts: row.facts,
    detail: row.detail,
    by: row.by_person_id === personId ? 'You' : row.by && apart(row.by),
    zone: timeZone,
    circle,
    thing: row.thing_id,
    threadId: row.thread_id,
    forYou: row.for_you,
    now,
  };
  const line = kind.line(says);
  return [
    {
      ...line,
      topic: row.topic,
      kind: row.kind,
      by: says.by,
      called: kind.called?.(says) ?? line.title,
      waitsFor: kind.waitsFor?.(says) ?? null,
      circle,
      to: kind.to(says),
      threadId: row.thread_id,
      forYou: row.for_you,
      held: row.held,
      over: kind.over?.(says) ?? false,
      heldAsKept: row.held_as_kept,
      read: row.read_at !== null,
      at: row.at,
      facts: row.facts,
      inMail: kind.inMail?.(says) ?? { did: line.text, headline: line.title },
    },
  ];
}

function circleOf({ circle_id: id, slug, circle: name, cloth }: Row): InboxItem['circle'] {
  return id === null || slug === null || name === null || cloth === null
    ? null
    : { id, slug, name, cloth };
}
