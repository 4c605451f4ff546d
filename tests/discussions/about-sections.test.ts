import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Member } from '#app/access/proofs.ts';
import { aboutSections, mostlyWithin } from '#app/discussions/queries/about-sections.server.ts';
import { bookIn } from '#tests/reading/planned.ts';
import { circleOf } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { threadBy } from './notes.ts';

/** So many notes about each of these sections. */
async function notesAbout(member: Member, threadId: number, counts: Map<number, number>) {
  const sections = [...counts].flatMap(([id, notes]) => Array.from({ length: notes }, () => id));
  await sql`
    insert into note (circle_id, thread_id, author_id, section_id, body, body_html, submission_key)
    select ${member.circleId}, ${threadId}, ${member.personId}, id, 'a', 'a', gen_random_uuid()
    from unnest(${sections}::bigint[]) id`.execute(db);
}

/** Six chapters with so many notes each, and whether those of a reader are most. */
async function askedOf(counts: number[]) {
  const { host } = await circleOf();
  const { ids } = await bookIn(host);
  const { threadId } = await threadBy(host);
  await notesAbout(host, threadId, new Map(ids.map((id, at) => [id, counts[at] ?? 0])));
  return (read: readonly number[]) =>
    mostlyWithin(host, {
      sections: ids.map((id, at) => ({ id, within: read.includes(at) })),
      behind: true,
    });
}

test('whether most of the notes are about what one has read, however that lies', async () => {
  const counts = [3, 0, 5, 1, 4, 2];
  const asked = await askedOf(counts);
  for (let bits = 0; bits < 64; bits++) {
    const read = counts.flatMap((_, at) => ((bits >> at) & 1 ? at : []));
    const within = read.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
    expect(await asked(read), `having read ${read}`).toBe(within > 15 - within);
  }
});

test('a section that is talked about without end counts no more than five hundred', async () => {
  const asked = await askedOf([700, 300, 201, 0, 0, 0]);
  expect(await asked([0])).toBe(false);
  expect(await asked([1, 2])).toBe(true);
  expect(await asked([0, 3])).toBe(false);
});

test('where nothing is said, or there is no section, it is not most', async () => {
  const asked = await askedOf([0, 0, 0, 0, 0, 0]);
  expect(await asked([0, 1, 2])).toBe(false);
  expect(await mostlyWithin((await circleOf()).host, { sections: [], behind: true })).toBe(false);
});

test('threads are counted by section, of this circle, and notes for those only who are behind', async () => {
  const { host } = await circleOf();
  const { ids } = await bookIn(host);
  const [one = 0, two = 0, three = 0] = ids;
  await threadBy(host, { sectionId: one });
  await threadBy(host, { sectionId: one });
  await threadBy(host, { sectionId: three });
  const sections = [one, two, three].map((id) => ({ id, within: id === one }));
  const threads = { [one]: 2, [three]: 1 };
  const behind = await aboutSections(host, { sections, behind: true });
  expect(behind).toEqual({ threads, mostlyRead: true });
  const along = await aboutSections(host, { sections, behind: false });
  expect(along).toEqual({ threads, mostlyRead: false });
  const other = await circleOf();
  const elsewhere = await aboutSections(other.host, { sections, behind: true });
  expect(elsewhere).toEqual({ threads: {}, mostlyRead: false });
});
