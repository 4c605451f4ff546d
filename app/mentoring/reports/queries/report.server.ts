import { sql } from 'kysely';
import type { Viewer } from '#app/access/proofs.ts';
import { asViewer, isForViewer, REPORTS } from '#app/mentoring/reports/rows/recipient.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';

/** Exactly what was handed over, to whoever did and to whom it was. */
export interface ReportView {
  id: number;
  /** whether the viewer handed it over */
  mine: boolean;
  by: string;
  about: string;
  to: string;
  /** the circle as whose host they were chosen; null for whoever runs the site */
  asHostOf: string | null;
  /** sanitised */
  wordsHtml: string;
  /** ISO */
  at: string;
  settledAt: string | null;
  notes: { id: number; by: string; html: string; at: string }[];
}

interface Row {
  id: number;
  by_person_id: number;
  by: string;
  about: string;
  to: string;
  as_host_of: string | null;
  words_html: string;
  at: Date;
  settled_at: Date | null;
  notes: ReportView['notes'] | null;
}

/** A report as the viewer may read it; null where it is neither theirs nor for them. */
export async function reportFor(viewer: Viewer, reportId: number): Promise<ReportView | null> {
  const { rows } = await sql<Row>`
    select r.id, r.by_person_id, by.name as by, about.name as about, "to".name as to,
      c.name as as_host_of, r.words_html, r.at, r.settled_at,
      (select json_agg(json_build_object('id', n.note_id, 'by', p.name, 'html', n.body_html,
          'at', n.posted_at) order by n.note_id)
        from conversation_report_note n join person p on p.id = n.author_id
        where n.report_id = r.id) as notes
    from conversation_report r
    join person by on by.id = r.by_person_id
    join person about on about.id = r.about_person_id
    join person "to" on "to".id = r.to_person_id
    cross join ${asViewer(viewer)}
    left join circle c on c.id = r.as_host_of
    where r.id = ${reportId} and (r.by_person_id = viewer.id or ${sql.raw(isForViewer)})`.execute(
    acrossCircles(db, REPORTS),
  );
  const [row] = rows;
  if (!row) return null;
  const { id, by_person_id, as_host_of, words_html, at, settled_at, notes, ...names } = row;
  return {
    ...{ id, ...names, mine: by_person_id === viewer.personId, asHostOf: as_host_of },
    ...{ wordsHtml: words_html, at: at.toISOString() },
    settledAt: settled_at?.toISOString() ?? null,
    notes: notes ?? [],
  };
}

/** What the viewer handed over of a conversation, the latest first. */
export async function handedOver({
  conversationId,
  personId,
}: {
  conversationId: number;
  personId: number;
}): Promise<{ id: number; to: string; at: string; settled: boolean }[]> {
  const rows = await db
    .selectFrom('conversation_report as r')
    .innerJoin('person as p', 'p.id', 'r.to_person_id')
    .select(['r.id', 'p.name', 'r.at', 'r.settled_at'])
    .where('r.conversation_id', '=', conversationId)
    .where('r.by_person_id', '=', personId)
    .orderBy('r.id', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ id, name, at, settled_at }) => ({
    ...{ id, to: name, at: at.toISOString(), settled: settled_at !== null },
  }));
}
