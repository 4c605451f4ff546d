import { randomUUID } from 'node:crypto';
import type { SeedNote } from '#app/demo/community/types.ts';
import { inCircle } from '#db/in-circle.server.ts';
import type { CirclePlace } from './circles.server.ts';
import { ago, latest } from './days.server.ts';
import type { ReadingPlace } from './reading.server.ts';
import type { HtmlOf } from './rendered.server.ts';

const EDITED_AFTER_MS = 25 * 60 * 1000;

/**
 * How long before the anchor each member last looked into the circle, in the order they joined: the
 * one with the longest absence finds most that is new.
 */
const LAST_LOOKS = [0.4, 0.7, 1.6, 1.0, 2.5, 0.3, 4.2];

interface Written {
  id: number;
  threadId: number;
  authorId: number;
  at: Date;
}

/**
 * Writes threads, notes and how far each member has seen them.
 * @returns the id of a note, by the title of its thread and its place there
 */
export async function insertDiscussions(
  place: CirclePlace,
  { sectionId }: ReadingPlace,
  sessionIds: number[],
  htmlOf: HtmlOf,
): Promise<(thread: string, note: number) => number> {
  const { tx, circleId, circle, anchor, personId } = place;
  const notes: { note: SeedNote; threadId: number; about: number | null; at: Date }[] = [];
  const ids = new Map<SeedNote, number>();
  for (const thread of circle.threads) {
    const moments = thread.notes.map(({ daysAgo }) => ago(anchor, daysAgo));
    const about = thread.section === undefined ? null : sectionId(thread.section);
    const { id: threadId } = await tx
      .insertInto('thread')
      .values({
        circle_id: circleId,
        title: thread.title,
        section_id: about,
        session_id: thread.session === undefined ? null : sessionIds[thread.session],
        deck: thread.card?.deck ?? null,
        card: thread.card?.card ?? null,
        started_by: personId(thread.startedBy),
        started_at: moments[0],
        submission_key: randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [i, note] of thread.notes.entries()) {
      notes.push({ note, threadId, about, at: moments[i] ?? ago(anchor, 0) });
    }
  }
  // Ids rise with time across the whole circle: threads are listed by their last note's id.
  notes.sort((a, b) => a.at.getTime() - b.at.getTime());
  const written: Written[] = [];
  for (const { note, threadId, about, at } of notes) {
    const id = await insertNote(place, { threadId, about }, note, at, htmlOf);
    ids.set(note, id);
    written.push({ id, threadId, authorId: personId(note.by), at });
  }
  for (const [threadId, [...ofThread]] of byThread(written)) {
    const last = ofThread.at(-1);
    await tx
      .updateTable('thread')
      .set({ note_count: ofThread.length, last_note_id: last?.id, last_note_at: last?.at })
      .where(inCircle(place, 'thread'))
      .where('id', '=', threadId)
      .execute();
    await insertVisits(place, threadId, ofThread);
    await insertFollowing(place, threadId, ofThread);
  }
  return (title, nth) => {
    const note = circle.threads.find((thread) => thread.title === title)?.notes[nth];
    const id = note && ids.get(note);
    if (id === undefined) throw new Error(`“${title}” has no note ${nth} in the demo.`);
    return id;
  };
}

async function insertNote(
  { tx, circleId, personId }: CirclePlace,
  { threadId, about }: { threadId: number; about: number | null },
  note: SeedNote,
  at: Date,
  htmlOf: HtmlOf,
): Promise<number> {
  const quote = { quote: note.quote?.text ?? '', quote_page: String(note.quote?.page ?? '') };
  const editedAt = note.edited ? new Date(at.getTime() + EDITED_AFTER_MS) : null;
  const { id } = await tx
    .insertInto('note')
    .values({
      circle_id: circleId,
      thread_id: threadId,
      author_id: personId(note.by),
      body: note.body,
      body_html: htmlOf(note.body),
      ...quote,
      section_id: about,
      version: editedAt ? 2 : 1,
      posted_at: at,
      edited_at: editedAt,
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (editedAt) {
    const body = note.previousBody ?? note.body;
    await tx
      .insertInto('note_version')
      .values({
        circle_id: circleId,
        note_id: id,
        version: 1,
        body,
        body_html: htmlOf(body),
        ...quote,
        replaced_at: editedAt,
      })
      .execute();
  }
  return id;
}

/** A member has seen a thread up to their last look, or to their own last note if that is later. */
async function insertVisits(place: CirclePlace, threadId: number, notes: Written[]) {
  const { tx, circleId, circle, anchor, personId } = place;
  for (const [i, { person }] of circle.memberships.entries()) {
    const id = personId(person);
    const look = ago(anchor, LAST_LOOKS[i % LAST_LOOKS.length] ?? 0);
    const seen = notes.findLast(({ at, authorId }) => at <= look || authorId === id);
    if (!seen) continue;
    await tx
      .insertInto('thread_visit')
      .values({
        circle_id: circleId,
        thread_id: threadId,
        person_id: id,
        seen: `{[0,${seen.id}]}`,
        visited_at: latest(seen.at, look),
      })
      .execute();
  }
}

/** Who wrote in a thread follows it. */
async function insertFollowing(
  { tx, circleId, circle, personId }: CirclePlace,
  threadId: number,
  notes: Written[],
) {
  for (const { person } of circle.memberships) {
    const first = notes.find(({ authorId }) => authorId === personId(person));
    if (!first) continue;
    await tx
      .insertInto('thread_following')
      .values({
        ...{ circle_id: circleId, thread_id: threadId, person_id: personId(person) },
        ...{ muted: false, by_hand: false, at: first.at },
      })
      .execute();
  }
}

function byThread(notes: Written[]): Map<number, Written[]> {
  const threads = new Map<number, Written[]>();
  for (const note of notes) {
    threads.set(note.threadId, [...(threads.get(note.threadId) ?? []), note]);
  }
  return threads;
}
