import { randomUUID } from 'node:crypto';
import { asAdmin, asFacilitator, viewerForPerson } from '#app/access/membership.server.ts';
import type { Facilitator, Member, Viewer } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { visitThread } from '#app/discussions/commands/visit-thread.server.ts';
import { takeBackNote } from '#app/discussions/notes/commands/take-back-note.server.ts';
import { joinCircle } from '#app/joining/commands/join.server.ts';
import { resetJoinLink } from '#app/joining/commands/join-link.server.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { setBetweenVolume } from '#app/notifications/hearing/commands/set-between-volume.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { BetweenVolumeSchema } from '#app/notifications/hearing/forms.ts';
import { markInboxRead } from '#app/notifications/inbox/commands/mark-all-read.server.ts';
import { itemsOf } from '#app/notifications/inbox/queries/items.server.ts';
import { planReading } from '#app/reading/plan/commands/plan-reading.server.ts';
import { plainTerms } from '#app/reading/plan/rules/plan-terms.ts';
import { saveProgress } from '#app/reading/progress/commands/save-progress.server.ts';
import { cancelSession } from '#app/sessions/schedule/commands/cancel-session.server.ts';
import { changeSession } from '#app/sessions/schedule/commands/change-session.server.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { noteBy, threadBy } from '#tests/discussions/notes.ts';
import { greet } from '#tests/notifications/between.tsx';
import { bookIn } from '#tests/reading/planned.ts';
import { sessionForm, sessionIn } from '#tests/sessions/support.ts';
import { type CastCircle, circleOf, member, person, viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import type { Inbox } from './model.ts';
import { type CircleName, type Happens, moment, people } from './script.ts';

/** A session as it is typed, on clocks of UTC. */
function formAt(when: string) {
  const [date = '', time = ''] = moment(when).toISOString().slice(0, 16).split('T');
  return { date, time, zone: 'UTC' };
}

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
  const meetings = new Map<string, number>();
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
  return { act, inboxOf, nameOf, notesBy, nameBy };

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
    if (event.does === 'joins' && event.circle !== 'between people') {
      const { host } = circleBy(event.circle);
      const token = (await resetJoinLink(host, { days: 7 })) ?? '';
      const joined = await joinCircle(await viewer(who({ name: event.who })), { token }, 1);
      if (!joined.ok) throw new Error(joined.reason);
      return reach(await asMember(event.who, event.circle), 100);
    }
    if (event.circle === 'between people') return actBetween(event);
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
      case 'marks all read': {
        const before = new Date(event.at.getTime() + 1);
        await markInboxRead(await viewer(as.personId), { items: [], before, of: 'all' });
        return;
      }
      case 'schedules':
        meetings.set(event.session, await sessionIn(runs(as), formAt(event.to), {}));
        return;
      case 'moves': {
        const sessionId = idOf(meetings, event.session);
        const { submissionKey, ...form } = sessionForm({ ...formAt(event.to), zone: 'UTC' });
        const moved = await changeSession(runs(as), sessionId, { ...form, version: 1 });
        if (!moved.ok) throw new Error(moved.reason);
        return;
      }
      case 'cancels':
        await cancelSession(runs(as), idOf(meetings, event.session), { reason: 'Too few.' });
        return;
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

  async function actBetween(event: Happens): Promise<void> {
    const as = who({ name: event.who });
    if (event.does === 'wants') {
      const { volume } = BetweenVolumeSchema.parse(event);
      await setBetweenVolume(as, volume);
    } else if (event.does === 'greets') {
      const whom = event.whom.map((name) => who({ name }));
      const mail = event.byMail && { mail: `greeting:${as.personId}` };
      await greet(as, whom, { at: event.at, ...mail });
    }
  }

  function runs(as: Member): Facilitator {
    const runner = asFacilitator(as);
    if (!runner) throw new Error('Only who runs it sets a session.');
    return runner;
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

  /** What somebody's inbox says now, by topic. */
  async function inboxOf(name: string): Promise<Inbox> {
    const reader = await viewerForPerson(who({ name }).personId);
    if (!reader) return {};
    const items = await itemsOf(reader, 'true', []);
    return Object.fromEntries(
      items.map(({ topic, read, held }) => [nameOf(topic), read ? 'read' : held ? 'waits' : 'new']),
    );
  }

  /** What the script calls a thing. */
  function nameOf(topic: string): string {
    const [kind = '', id] = topic.replace('!', '').split(':');
    const persons = new Map([...cast].map(([name, { personId }]) => [name, personId]));
    const named: Record<string, Map<string, number>> = {
      ...{ note: notes, session: meetings, person: persons },
    };
    if (kind === 'greeting') return `hi-${nameBy(Number(id))}`;
    const found = [...(named[kind] ?? [])].find(([, known]) => known === Number(id));
    return found?.[0] ?? kind;
  }

  /** The notes that these links lead to. */
  function notesBy(links: readonly string[]): string[] {
    const ids = links.flatMap((link) => /#note-(\d+)$/.exec(link)?.[1] ?? []);
    return [...new Set(ids)].map((id) => nameOf(`note:${id}`)).sort();
  }

  /** The name of whoever has an id or an address. */
  function nameBy(of: number | string): string {
    const known = [...cast].find(([, one]) => one.personId === of || one.email === of);
    return known?.[0] ?? String(of);
  }
}
