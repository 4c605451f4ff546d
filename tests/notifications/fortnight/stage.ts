import { randomUUID } from 'node:crypto';
import { asAdmin } from '#app/access/membership.server.ts';
import type { Member, Viewer } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { bookIn } from '#tests/reading/planned.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import type { Inbox } from './model.ts';
import { type CircleName, type Happens, people } from './script.ts';

type Who = Viewer & { email: string };

const minutesOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/** The people and circles of the script, as Octavo has them, and what they do there. */
export async function stageFortnight() {
  const cast = new Map<string, Who>();
  for (const { name, zone } of people) {
    cast.set(name, await person(name as 'Ines', { timeZone: zone }));
  }
  const circles = new Map<CircleName, CastCircle>();
  for (const name of ['Tuesday leads', 'The other side'] as const) {
    const [host, ...members] = people.filter((one) => one.circles[name]).map(who);
    if (!host) throw new Error(`Nobody is in ${name}.`);
    circles.set(name, await circleOf({ name, host, members, seats: 12 }));
  }
  const threads = new Map<string, number>();
  const notes = new Map<string, number>();
  const { readingId, ids: sections } = await bookOf();
  for (const one of people) {
    for (const [circle, volume] of Object.entries(one.circles)) {
      const as = await asMember(one.name, circle as CircleName);
      if (volume !== 'everything') await setVolume(as, volume);
      if (circle === 'Tuesday leads') await reach(as, one.name === 'Noor' ? 20 : 100);
    }
    if (one.hours) {
      const { days, hour, quiet } = one.hours;
      const minutes = quiet && { from: minutesOf(quiet.from), to: minutesOf(quiet.to) };
      await setHours(who(one), { days, hour, quiet: minutes ?? null, version: 0 });
    }
  }
  return { act, inboxOf, notesBy, addresses };

  function who({ name }: { name: string }): Who {
    const found = cast.get(name);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  }

  function circleBy(name: CircleName): CastCircle {
    const found = circles.get(name);
    if (!found) throw new Error(`No circle is called ${name}.`);
    return found;
  }

  async function asMember(name: string, circle: CircleName): Promise<Member> {
    return member(who({ name }), circleBy(circle).slug);
  }

  async function bookOf() {
    const { host } = circleBy('Tuesday leads');
    const { bookId, ids } = await bookIn(host);
    const made = await planReading(host, {
      ...{ bookId, submissionKey: randomUUID(), terms: plainTerms },
      ...{ startsOn: '2060-03-01', endsOn: '2060-05-01' },
      milestones: [{ title: '', dueOn: '2060-04-25', sectionIds: ids }],
    });
    if (!made.ok) throw new Error(made.reason);
    return { readingId: made.readingId, ids };
  }

  async function reach(as: Member, percent: number): Promise<void> {
    const reached = await saveProgress(as, readingId, { what: 'place', percent });
    if (!reached.ok) throw new Error(reached.reason);
  }

  async function act(event: Happens): Promise<void> {
    if (event.does === 'joins') {
      const { host } = circleBy(event.circle);
      const token = (await resetJoinLink(host, { days: 7 })) ?? '';
      const joined = await joinCircle(await viewer(who({ name: event.who })), { token }, 1);
      if (!joined.ok) throw new Error(joined.reason);
      return reach(await asMember(event.who, event.circle), 100);
    }
    const as = await asMember(event.who, event.circle);
    switch (event.does) {
      case 'writes':
        return write(as, event);
      case 'takes back': {
        const noteId = idOf(notes, event.note);
        const { thread_id } = await db
          .selectFrom('note')
          .select('thread_id')
          .where('id', '=', noteId)
          .executeTakeFirstOrThrow();
        await takeBackNote(as, thread_id, noteId);
        return;
      }
      case 'visits':
        await visitThread(as, idOf(threads, event.thread), { kind: 'landing' });
        return;
      case 'visits all':
        return visitAll(as);
      case 'mutes':
        await followThread(as, idOf(threads, event.thread), 'muted');
        return;
      case 'follows':
        await followThread(as, idOf(threads, event.thread), 'follows');
        return;
      case 'follows not':
        await followThread(as, idOf(threads, event.thread), 'neither');
        return;
      case 'wants':
        await setVolume(as, event.volume);
        return;
      case 'has read':
        return reach(as, event.percent);
      case 'leaves':
        await leaveCircle(as);
        return;
      case 'is closed':
        await close(as.personId);
    }
  }

  async function write(as: Member, event: Happens & { does: 'writes' }): Promise<void> {
    const { note, answers, about } = event;
    // A text of its own, by which it is found where it must not be.
    const body = `The words of ${note}.`;
    const threadId = threads.get(event.in);
    const hasBook = event.circle === 'Tuesday leads';
    const chapter = about ?? (threadId === undefined && hasBook ? 1 : 0);
    const sectionId = sections[chapter - 1] ?? null;
    if (threadId === undefined) {
      const begun = await threadBy(as, { title: event.in, body, sectionId });
      threads.set(event.in, begun.threadId);
      notes.set(note, begun.noteId);
      return;
    }
    const quotes = answers ? [idOf(notes, answers)] : [];
    notes.set(note, await noteBy(as, threadId, { body, quotes, about: sectionId ?? 'none' }));
  }

  async function visitAll(as: Member): Promise<void> {
    const waiting = await db
      .selectFrom('inbox_item')
      .select('thread_id')
      .distinct()
      .where('circle_id', '=', as.circleId)
      .where('person_id', '=', as.personId)
      .where('read_at', 'is', null)
      .execute();
    for (const { thread_id } of waiting) {
      if (thread_id !== null) await visitThread(as, thread_id, { kind: 'landing' });
    }
  }

  async function close(personId: number): Promise<void> {
    const { personId: adminId } = who({ name: 'Ines' });
    await db.insertInto('site_admin').values({ person_id: adminId }).execute();
    const admin = asAdmin(await viewer(adminId));
    if (!admin) throw new Error('Ines administers nothing.');
    await deactivatePerson(admin, personId, async () => {});
  }

  function idOf(all: Map<string, number>, name: string): number {
    const id = all.get(name);
    if (id === undefined) throw new Error(`There is no ${name}.`);
    return id;
  }

  /** What somebody's inbox says now, by note. */
  async function inboxOf(name: string): Promise<Inbox> {
    const named = namesOf(notes);
    const reader = await viewer(who({ name })).catch(() => null);
    if (!reader) return {};
    const items = await itemsOf(reader, `i.kind = 'note'`, []);
    return Object.fromEntries(
      items.map(({ topic, read, held }) => [
        named.get(Number(topic.split(':')[1])) ?? topic,
        read ? 'read' : held ? 'waits' : 'new',
      ]),
    );
  }

  /** The notes that these links lead to. */
  function notesBy(links: readonly string[]): string[] {
    const named = namesOf(notes);
    const ids = links.flatMap((link) => /#note-(\d+)$/.exec(link)?.[1] ?? []);
    return [...new Set(ids)].map((id) => named.get(Number(id)) ?? id).sort();
  }

  function addresses(): Map<string, string> {
    return new Map([...cast].map(([name, { email }]) => [email, name]));
  }
}

const namesOf = (ids: Map<string, number>) => new Map([...ids].map(([name, id]) => [id, name]));
