import { randomUUID } from 'node:crypto';
import { asAdmin, viewerForPerson } from '#app/access/membership.server.ts';
import type { Viewer } from '#app/access/proofs.ts';
import { leaveCircle } from '#app/circles/commands/members.server.ts';
import { beginAsk } from '#app/mentoring/asks/commands/begin-ask.server.ts';
import { closeAsk, reopenAsk } from '#app/mentoring/asks/commands/close-ask.server.ts';
import { sendAsk } from '#app/mentoring/asks/commands/send-ask.server.ts';
import { audiencesOf } from '#app/mentoring/asks/queries/audiences.server.ts';
import { askToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { digestsInField } from '#app/mentoring/asks/rules/reach.ts';
import { blockPerson } from '#app/mentoring/conversations/commands/block-person.server.ts';
import { endConversation } from '#app/mentoring/conversations/commands/end-conversation.server.ts';
import { sayOutcome } from '#app/mentoring/conversations/commands/say-outcome.server.ts';
import { thank } from '#app/mentoring/conversations/commands/thank.server.ts';
import { callOffMeeting } from '#app/mentoring/meetings/commands/call-off-meeting.server.ts';
import { changeMeeting } from '#app/mentoring/meetings/commands/change-meeting.server.ts';
import { setMeeting } from '#app/mentoring/meetings/commands/set-meeting.server.ts';
import { answerByLink } from '#app/mentoring/offers/commands/answer-by-link.server.ts';
import { answerQuestion } from '#app/mentoring/offers/commands/answer-question.server.ts';
import { remindAsker } from '#app/mentoring/offers/commands/remind-asker.server.ts';
import { setAside } from '#app/mentoring/offers/commands/set-aside.server.ts';
import { helpInRound } from '#app/mentoring/rounds/commands/help-in-round.server.ts';
import { closeRound, goOn, openRound } from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { roundOf } from '#app/mentoring/rounds/queries/round.server.ts';
import { planWeek } from '#app/mentoring/week/commands/plan-week.server.ts';
import { sayResult } from '#app/mentoring/week/commands/say-result.server.ts';
import { setRhythm } from '#app/mentoring/week/commands/set-rhythm.server.ts';
import { markInboxRead } from '#app/notifications/inbox/commands/mark-all-read.server.ts';
import { outboxMessage, outboxPage } from '#app/platform/mail/outbox.server.ts';
import { setRound } from '#app/sessions/agenda/commands/set-round.server.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { answersOf, take } from '#tests/mentoring/answers.ts';
import { writtenBy } from '#tests/mentoring/rounds/round.ts';
import { asAsker, asReader } from '#tests/mentoring/scene.ts';
import { lineBy, partnerIn } from '#tests/mentoring/talk.ts';
import { sessionIn } from '#tests/sessions/support.ts';
import { viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { castOf } from './cast.ts';
import { type Happens, moment, people, type To } from './script.ts';

/** What was asked is there, or it went otherwise than it should. */
async function done<T extends { ok: boolean }>(
  doing: Promise<T>,
): Promise<Extract<T, { ok: true }>> {
  const outcome = await doing;
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome as Extract<T, { ok: true }>;
}

/** The people and circles of the script, as Octavo has them, and what they do there. */
export async function stageAsking() {
  const { who, nameBy, circleBy, asMember } = await castOf(people);
  const ids = {
    ...{ ask: new Map<string, number>(), question: new Map<string, number>() },
    ...{ offer: new Map<string, number>(), talk: new Map<string, number>() },
    meeting: new Map<string, number>(),
  };
  const weeks: number[] = [];
  let sessionId = 0;
  return { act, nameOf, nameBy, who };

  async function act(event: Happens): Promise<void> {
    const { at: now } = event;
    const as = await viewer(who(event.who));
    const ask = 'ask' in event ? (ids.ask.get(event.ask) ?? 0) : 0;
    switch (event.does) {
      case 'asks':
        await done(send(as, await draft(as, event.ask), event.to));
        return;
      case 'asks also':
        await done(send(as, ask, event.to));
        return;
      case 'cannot ask': {
        const sent = await send(as, await draft(as, event.ask), event.to);
        if (sent.ok || sent.reason !== 'not-asked') throw new Error(`${event.ask} was sent.`);
        return;
      }
      case 'offers':
      case 'says not now':
      case 'wonders':
        return answer(as, ask, event);
      case 'explains':
        await done(
          answerQuestion(
            await asker(as, await askOfQuestion(event.question)),
            idOf('question', event.question),
            { answer: `Because of a-${event.question}.` },
            { now },
          ),
        );
        return;
      case 'wants to be reminded': {
        const offer = idOf('offer', `${event.ask}/${event.of}`);
        await done(remindAsker(await asker(as, ask), offer, { remind: 'yes' }));
        return;
      }
      case 'takes': {
        const taken = await done(take(as, who(event.whom), ask, event.keep, now));
        ids.talk.set(`${event.ask}/${event.whom}`, taken.conversationId);
        return;
      }
      case 'sets aside': {
        const offer = idOf('offer', `${event.ask}/${event.whom}`);
        await done(setAside(await asker(as, ask), offer, { now }));
        return;
      }
      case 'withdraws':
        await done(answersOf(as, ask, now).withdraw());
        return;
      case 'closes':
        await done(closeAsk(await asker(as, ask), 'unneeded', { now }));
        return;
      case 'reopens':
        await reopenAsk(await asker(as, ask), { now });
        return;
      case 'writes':
        await lineBy(await partnerIn(as, idOf('talk', event.talk)), `It is l-${event.line}.`);
        return;
      case 'meets':
      case 'moves':
      case 'calls off':
        return meet(as, event);
      case 'ends':
        return endConversation(await partnerIn(as, idOf('talk', event.talk)), { now });
      case 'blocks':
        return blockPerson(await partnerIn(as, idOf('talk', event.talk)), { now });
      case 'says what came': {
        const said = { helped: 'yes', did: 'We did o-it.', share: true, version: 0 } as const;
        await done(sayOutcome(await partnerIn(as, idOf('talk', event.talk)), said, { now }));
        return;
      }
      case 'thanks': {
        const body = `Thanks x-${event.talk.replace('/', '-')}.`;
        const partner = await partnerIn(as, idOf('talk', event.talk));
        await done(thank(partner, { body, version: 0 }, { now }));
        return;
      }
      case 'schedules': {
        const [date = '', time = ''] = moment(event.to).toISOString().slice(0, 16).split('T');
        const { host } = circleBy('Tuesday leads');
        sessionId = await sessionIn(host, { date, time, zone: 'UTC' }, { now });
        return;
      }
      case 'sets the round':
        await done(setRound(circleBy('Tuesday leads').host, sessionId, { now }));
        return;
      case 'brings': {
        const member = await asMember(event.who, 'Tuesday leads');
        const title = titleOf(event.ask);
        ids.ask.set(event.ask, await writtenBy(member, sessionId, title, now));
        return;
      }
      case 'opens the round':
      case 'goes on':
      case 'closes the round':
        return lead(event);
      case 'helps in the round': {
        const member = await asMember(event.who, 'Tuesday leads');
        const reader = await asReader(as, ask);
        if (!reader) throw new Error(`${event.who} does not read ${event.ask}.`);
        await done(helpInRound(member, sessionId, reader, true, { now }));
        return offered(event.ask, event.who);
      }
      case 'is asked on Tuesdays':
        await done(setRhythm(as, { weekday: 2, hour: 9, version: 0 }, { now }));
        return;
      case 'plans':
      case 'says it is done':
        return inWeek(as, event);
      case 'reads all': {
        const before = new Date(now.getTime() + 1);
        await markInboxRead(as, { items: [], before, of: 'all' });
        return;
      }
      case 'leaves':
        await done(leaveCircle(await asMember(event.who, 'Tuesday leads')));
        return;
      case 'is closed':
        return close(as);
    }
  }

  async function draft(as: Viewer, name: string): Promise<number> {
    const known = ids.ask.get(name);
    if (known) return known;
    const text = { title: titleOf(name), body: `It is b-${name}.`, neededBy: null };
    const from = { note: '', passage: '', takeaway: '', commitment: '', card: '' };
    const { askId } = await done(
      beginAsk(as, { ...text, ...from, circle: '', submissionKey: randomUUID() }),
    );
    ids.ask.set(name, askId);
    return askId;
  }

  /** As its page sends it: to the people that it names. */
  async function send(as: Viewer, askId: number, to: To) {
    const proof = await asker(as, askId);
    const ask = await askToWrite(proof);
    if (!ask) throw new Error('There is no such ask.');
    const { title, body, neededBy, version } = ask;
    const { sessions, circles, all, site } = await audiencesOf(proof);
    const groups = [...sessions, ...circles, all, site].flatMap((one) => one ?? []);
    return sendAsk(proof, {
      ...{ title, body, neededBy, version, named: digestsInField(groups), act: 'send' },
      ...(typeof to === 'object' && 'person' in to
        ? { to: 'person', person: String(who(to.person).personId) }
        : { person: '', to: typeof to === 'string' ? to : `circle-${circleBy(to.circle).id}` }),
    });
  }

  async function answer(
    as: Viewer,
    askId: number,
    event: Happens & { does: 'offers' | 'says not now' | 'wonders' },
  ): Promise<void> {
    const says = answersOf(as, askId, event.at);
    const body = event.does === 'wonders' ? `Why q-${event.question}?` : '';
    const until = event.does === 'says not now' ? event.until : undefined;
    const faced = 'Once, f-it.';
    if (event.byMail) {
      const token = await tokenFor(event);
      const { version = 0 } = await rowOf(askId);
      const form = { version, answered: 0, faced, until, body, submissionKey: randomUUID() };
      await done(answerByLink(token, form, { now: event.at }));
    } else if (event.does === 'offers') await done(says.help({ faced }));
    else if (event.does === 'says not now') await done(says.notNow({ until: event.until }));
    else await done(says.question({ body }));
    if (event.does !== 'wonders') return offered(event.ask, event.who);
    const { id } = await db
      .selectFrom('ask_question')
      .select('id')
      .where('ask_id', '=', askId)
      .where('body', '=', body)
      .executeTakeFirstOrThrow();
    ids.question.set(event.question, id);
  }

  /** What the button of the newest mail about that ask to them carries. */
  async function tokenFor(event: { does: string; ask: string; who: string }): Promise<string> {
    const { messages } = await outboxPage(null, 10_000);
    const label = ['offers', 'says not now', 'wonders'].indexOf(event.does);
    const { email } = who(event.who);
    for (const { id, to } of messages) {
      if (!to.includes(email)) continue;
      const text = (await outboxMessage(id))?.text ?? '';
      if (!text.includes(`t-${event.ask}`)) continue;
      const tokens = [...text.matchAll(/\/answer\/([\w-]+)/g)].map(([, token]) => token ?? '');
      const found = tokens.find((token) => token.endsWith(`_${label}`));
      if (found) return found;
    }
    throw new Error(`${event.who} has no mail about ${event.ask} to answer by.`);
  }

  async function offered(ask: string, helper: string): Promise<void> {
    const { id } = await db
      .selectFrom('offer')
      .select('id')
      .where('ask_id', '=', idOf('ask', ask))
      .where('helper_id', '=', who(helper).personId)
      .executeTakeFirstOrThrow();
    ids.offer.set(`${ask}/${helper}`, id);
  }

  async function meet(
    as: Viewer,
    event: { does: string; talk: string; to?: string; at: Date },
  ): Promise<void> {
    const partner = await partnerIn(as, idOf('talk', event.talk));
    const now = event.at;
    if (event.does === 'calls off') {
      await done(callOffMeeting(partner, idOf('meeting', event.talk), { now }));
      return;
    }
    const [date = '', time = ''] = moment(event.to ?? '')
      .toISOString()
      .slice(0, 16)
      .split('T');
    const form = { date, time, zone: 'UTC', choice: undefined, minutes: 30, place: 'The p-place.' };
    if (event.does === 'meets') {
      const set = await done(
        setMeeting(partner, { ...form, submissionKey: randomUUID() }, { now }),
      );
      ids.meeting.set(event.talk, set.meetingId);
    } else {
      const meetingId = idOf('meeting', event.talk);
      await done(changeMeeting(partner, meetingId, { ...form, version: 1 }, { now }));
    }
  }

  async function lead({ does, at: now, ...event }: Happens): Promise<void> {
    const host = await asMember(event.who, 'Tuesday leads');
    const view = await roundOf(host, sessionId, { now });
    if (does === 'opens the round') await done(openRound(host, sessionId, { now }));
    else if (does === 'closes the round') await done(closeRound(host, sessionId, { now }));
    else await done(goOn(host, sessionId, view?.round?.nowId ?? null, { now }));
  }

  async function inWeek(
    as: Viewer,
    event: { does: string; on?: string; hour?: number; at: Date },
  ): Promise<void> {
    const week = await db
      .selectFrom('weekly_ask')
      .select(['id', 'version'])
      .where('person_id', '=', as.personId)
      .orderBy('for_day', 'desc')
      .executeTakeFirstOrThrow();
    const { version } = week;
    const now = event.at;
    if (event.on !== undefined) {
      const plan = { whom: null, name: 'n-dan', when: 'on the w-way', will: 'ask w-him' };
      const remind = { on: event.on, hour: event.hour ?? 0 };
      await done(planWeek(as, week.id, { ...plan, remind, version }, { now }));
    } else await done(sayResult(as, week.id, { act: 'asked', version }, { now }));
  }

  async function close({ personId }: Viewer): Promise<void> {
    const { personId: adminId } = who('Ines');
    await db.insertInto('site_admin').values({ person_id: adminId }).execute();
    const admin = asAdmin((await viewerForPerson(adminId)) ?? (await viewer(adminId)));
    if (!admin) throw new Error('Ines administers nothing.');
    await deactivatePerson(admin, personId, async () => {});
  }

  async function asker(as: Viewer, askId: number) {
    const proof = await asAsker(as, askId);
    if (!proof) throw new Error(`It is not ${as.name}’s.`);
    return proof;
  }

  async function askOfQuestion(question: string): Promise<number> {
    const { ask_id } = await db
      .selectFrom('ask_question')
      .select('ask_id')
      .where('id', '=', idOf('question', question))
      .executeTakeFirstOrThrow();
    return ask_id;
  }

  function idOf(kind: keyof typeof ids, name: string): number {
    const id = ids[kind].get(name);
    if (id === undefined) throw new Error(`There is no ${kind} ${name}.`);
    return id;
  }

  function nameOfMeeting(id: number): string {
    const known = [...ids.meeting].find(([, one]) => one === id);
    return `meetings:${known?.[0] ?? id}`;
  }

  /** Weeks are counted as they come. */
  function weekBy(id: number): number {
    if (!weeks.includes(id)) weeks.push(id);
    return weeks.indexOf(id) + 1;
  }

  /** What the script calls a thing, by its topic. */
  function nameOf(topic: string): string {
    const [kind = '', id] = topic.split(':');
    if (kind === 'person') return `person:${nameBy(Number(id))}`;
    if (kind === 'session' || kind === 'round') return kind;
    if (kind === 'week') return `week:${weekBy(Number(id))}`;
    const of = ['conversation', 'outcome', 'thanks', 'meetings'].includes(kind) ? 'talk' : kind;
    if (kind === 'meeting') return nameOfMeeting(Number(id));
    const known = [...(ids[of as keyof typeof ids] ?? [])].find(([, one]) => one === Number(id));
    return `${kind}:${known?.[0] ?? id}`;
  }
}

const rowOf = async (askId: number) =>
  db.selectFrom('ask').select('version').where('id', '=', askId).executeTakeFirstOrThrow();

/** A word by which it is found where it must not be. */
const titleOf = (ask: string) =>
  ask === 'severance' ? 'Which severance is t-severance?' : `How about t-${ask}?`;
