/**
 * What people are to be told of what is asked in the script, worked out hour by hour from the rules
 * of asking and of telling alone: nothing here is Octavo's.
 */
import { momentOnWall, wallClock } from '#tests/notifications/fortnight/wall-clock.ts';
import { type Inbox, type Line, type Mail, Post, type Seen, type Told } from './post.ts';
import {
  type CircleName,
  type Happens,
  isMidnight,
  moment,
  people,
  script,
  sweeps,
  type To,
} from './script.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

type OfferState = 'made' | 'taken' | 'not now' | 'withdrawn';

interface Offer {
  state: OfferState;
  aside: boolean;
  until: string;
  remind: boolean;
}

interface Reach {
  person?: string;
  circle?: CircleName;
  /** asked alone */
  direct?: boolean;
  at: number;
  /** when they heard once more, and whether their asker was told of their silence */
  nudged?: number;
  told?: true;
}

interface Ask {
  name: string;
  asker: string;
  state: 'draft' | 'open' | 'closed';
  /** by itself */
  expired: boolean;
  openedAt: number;
  weeks: number;
  reaches: Reach[];
  offers: Map<string, Offer>;
  questions: { name: string; by: string; answered: boolean }[];
}

interface Talk {
  name: string;
  ask: Ask;
  helper: string;
  openedAt: number;
  endedAt: number | null;
  askedAfter: boolean;
  said: Map<string, string>;
  outcomes: Set<string>;
  thanked: boolean;
  meeting: number | null;
}

export interface Expected {
  mails: Mail[];
  /** at the end of each day, by person */
  inboxes: Record<string, Inbox>[];
  /** who rests, at the end of each day */
  resting: string[][];
}

export function expected(): Expected {
  const asks = new Map<string, Ask>();
  const talks = new Map<string, Talk>();
  const circles = new Map<CircleName, Set<string>>(
    (['Tuesday leads', 'The other side'] as const).map((circle) => [
      circle,
      new Set(people.filter((one) => one.circles.includes(circle)).map(({ name }) => name)),
    ]),
  );
  const blocks: [string, string][] = [];
  const closed = new Set<string>();
  const unanswered = new Map<string, number>();
  const resting = new Set<string>();
  const session = {
    ...{ begins: 0, leads: [] as number[] },
    ...{ roundOpened: false, brought: new Set<string>() },
  };
  const reminders: { talk: Talk; meets: number; done?: true }[] = [];
  const plannedWeeks = new Set<number>();
  const week = {
    weekday: false,
    number: 0,
    planned: '',
    said: false,
    remind: 0,
    skips: 0,
    next: 0,
  };
  const post = new Post(closed, (line, who, now) => see(line, who, now));
  const coming = [...script];
  const result: Expected = { mails: post.mails, inboxes: [], resting: [] };

  for (const sweep of sweeps) {
    const now = sweep.getTime();
    for (let event = coming[0]; event && event.at.getTime() <= now; event = coming[0]) {
      coming.shift();
      happen(event, event.at.getTime());
    }
    for (const ask of asks.values()) turn(ask, now);
    for (const ask of asks.values()) remindOfNotNows(ask, now);
    for (const talk of talks.values()) if (talk.openedAt + 7 * DAY <= now) askAfter(talk, now);
    turnWeek(now);
    post.bundles(now);
    remindOfMeetings(now);
    post.own(now);
    if (!isMidnight(sweep)) continue;
    result.inboxes.push(
      Object.fromEntries(people.map(({ name }) => [name, post.inboxOf(name, now)])),
    );
    result.resting.push([...resting].sort());
  }
  return result;

  function happen(event: Happens, now: number): void {
    const who = event.who;
    switch (event.does) {
      case 'asks':
      case 'asks also': {
        const ask = asks.get(event.ask) ?? askOf(event.ask, who);
        asks.set(event.ask, ask);
        ask.state = 'open';
        ask.openedAt = now;
        ask.weeks = 0;
        const before = ask.reaches.length;
        ask.reaches.push(...reachesOf(who, event.to, now));
        tellReached(ask, ask.reaches.slice(before), now);
        return;
      }
      case 'cannot ask':
        if (!('person' in (event.to as object))) throw new Error('Nobody is asked.');
        if (!resting.has((event.to as { person: string }).person)) throw new Error('They can.');
        return;
      case 'offers':
        answer(askBy(event.ask), who, { state: 'made', aside: false }, now);
        return;
      case 'says not now':
        answer(askBy(event.ask), who, { state: 'not now', until: event.until }, now);
        return;
      case 'helps in the round':
        answer(askBy(event.ask), who, { state: 'made', aside: false }, now);
        return;
      case 'wonders': {
        const ask = askBy(event.ask);
        ask.questions.push({ name: event.question, by: who, answered: false });
        endSilence(who);
        post.tell([ask.asker], between('question-asked', `question:${event.question}`, ask), now);
        return;
      }
      case 'explains': {
        const [ask, question] = questionBy(event.question);
        question.answered = true;
        post.tell(
          [question.by],
          between('question-answered', `question:${event.question}`, ask),
          now,
        );
        return;
      }
      case 'wants to be reminded':
        offerBy(askBy(event.ask), event.of).remind = true;
        return;
      case 'takes':
        takeUp(askBy(event.ask), event.whom, event.keep === 'open', now);
        return;
      case 'sets aside': {
        const ask = askBy(event.ask);
        offerBy(ask, event.whom).aside = true;
        post.tell([event.whom], ofOffer('offer-thanked', ask, event.whom), now);
        return;
      }
      case 'withdraws': {
        const ask = askBy(event.ask);
        offerBy(ask, who).state = 'withdrawn';
        post.tell([ask.asker], ofOffer('offer-answer', ask, who), now);
        return;
      }
      case 'closes': {
        const ask = askBy(event.ask);
        ask.state = 'closed';
        tellOfClosing(ask, now);
        return;
      }
      case 'reopens': {
        const ask = askBy(event.ask);
        Object.assign(ask, { state: 'open', expired: false, openedAt: now, weeks: 0 });
        tellReached(ask, ask.reaches, now);
        return;
      }
      case 'writes': {
        const talk = talkBy(event.talk);
        talk.said.set(who, event.line);
        post.tell([otherOf(talk, who)], ofTalk('conversation-line', talk), now);
        return;
      }
      case 'meets':
      case 'moves': {
        const talk = talkBy(event.talk);
        talk.meeting = moment(event.to).getTime();
        tellOfMeeting(talk, event.does === 'meets' ? 'set' : 'moved', who, now);
        return;
      }
      case 'calls off': {
        const talk = talkBy(event.talk);
        const until = talk.meeting ?? 0;
        talk.meeting = null;
        tellOfMeeting(talk, 'off', who, now, until);
        return;
      }
      case 'ends': {
        const talk = talkBy(event.talk);
        talk.endedAt = now;
        takeOut(talk, now);
        post.tell([otherOf(talk, who)], ofTalk('conversation-ended', talk), now);
        askAfter(talk, now);
        return;
      }
      case 'says what came':
        talkBy(event.talk).outcomes.add(who);
        return;
      case 'thanks': {
        const talk = talkBy(event.talk);
        talk.thanked = true;
        post.tell(
          [talk.helper],
          { ...ofTalk('thanks-given', talk), topic: `thanks:${talk.name}` },
          now,
        );
        return;
      }
      case 'blocks': {
        const talk = talkBy(event.talk);
        const other = otherOf(talk, who);
        blocks.push([who, other]);
        takeOut(talk, now);
        Object.assign(talk, { endedAt: now, askedAfter: true });
        for (const ask of asks.values()) {
          for (const [one, two] of [
            [who, other],
            [other, who],
          ] as const) {
            const offer = ask.asker === one ? ask.offers.get(two) : undefined;
            if (offer && offer.state !== 'taken') offer.state = 'withdrawn';
          }
        }
        return;
      }
      case 'schedules':
        session.begins = moment(event.to).getTime();
        session.leads = [14 * DAY, 2 * DAY, DAY / 12].filter((lead) => session.begins - lead > now);
        tellOfSession('session-scheduled', 'session-told', who, now);
        return;
      case 'sets the round': {
        const line: Told = { kind: 'round-set', topic: 'round', circle: 'Tuesday leads', by: who };
        post.tell(membersOf('Tuesday leads'), line, now);
        return;
      }
      case 'brings':
        session.brought.add(who);
        asks.set(event.ask, askOf(event.ask, who));
        return;
      case 'opens the round':
        session.roundOpened = true;
        for (const ask of asks.values()) {
          if (ask.state !== 'draft') continue;
          Object.assign(ask, { state: 'open', openedAt: now });
          ask.reaches.push({ circle: 'Tuesday leads', at: now });
        }
        return;
      case 'goes on':
      case 'closes the round':
        return;
      case 'is asked on Tuesdays':
        week.weekday = true;
        week.next = tuesdayAfter(now);
        return;
      case 'plans':
        week.planned = event.on;
        plannedWeeks.add(week.number);
        week.skips = 0;
        week.remind = atHour(event.on, event.hour, 'Europe/Copenhagen');
        return;
      case 'says it is done':
        week.said = true;
        post.untell(who, `week:${week.number}`);
        return;
      case 'reads all':
        post.readAll(who, now);
        return;
      case 'leaves': {
        circles.get('Tuesday leads')?.delete(who);
        post.forget(who, 'Tuesday leads');
        const line: Told = {
          kind: 'person-left',
          topic: `person:${who}`,
          circle: 'Tuesday leads',
          by: who,
        };
        post.tell(membersOf('Tuesday leads'), line, now);
        return;
      }
      case 'is closed':
        closed.add(who);
    }
  }

  function reachesOf(asker: string, to: To, at: number): Reach[] {
    if (to === 'site') return [{ person: 'Lena', at }];
    if (to === 'circles') {
      const mine = (['The other side', 'Tuesday leads'] as const).filter((circle) =>
        circles.get(circle)?.has(asker),
      );
      return mine.map((circle) => ({ circle, at }));
    }
    return 'person' in to ? [{ person: to.person, direct: true, at }] : [{ circle: to.circle, at }];
  }

  /** Nobody hears twice of one ask, but who is asked alone. */
  function tellReached(ask: Ask, reaches: Reach[], now: number): void {
    for (const reach of reaches) {
      const index = ask.reaches.indexOf(reach);
      if (reach.circle) {
        const whom = membersOf(reach.circle).filter(
          (who) =>
            !isBlocked(who, ask.asker) &&
            !ask.reaches.some(
              (other, at) =>
                other !== reach &&
                (other.person === who ||
                  (at < index && other.circle && circles.get(other.circle)?.has(who))),
            ),
        );
        const line: Told = {
          kind: 'ask-to-circle',
          topic: `ask:${ask.name}`,
          circle: reach.circle,
          ask: ask.name,
          by: ask.asker,
        };
        post.tell(whom, line, now);
      } else if (reach.person && !isBlocked(reach.person, ask.asker)) {
        if (reach.direct) askAlone(ask, reach.person, now, now + 2 * DAY);
        else post.tell([reach.person], between('ask-to-you', `ask:${ask.name}`, ask), now);
      }
    }
  }

  function askAlone(ask: Ask, who: string, now: number, until?: number): void {
    const mail = {
      ...{
        kind: 'ask-received',
        about: `ask:${ask.name}`,
        tokens: [`t-${ask.name}`, `b-${ask.name}`],
      },
      says: () =>
        reads(ask, who) && ask.state === 'open' && !ask.offers.has(who) && !wondered(ask, who),
    };
    post.tell([who], between('ask-to-you', `ask:${ask.name}`, ask), now, { ...mail, until });
  }

  function answer(ask: Ask, who: string, said: Partial<Offer>, now: number): void {
    const before = ask.offers.get(who);
    const offer = {
      state: 'made' as const,
      aside: false,
      until: '',
      remind: false,
      ...before,
      ...said,
    };
    ask.offers.set(who, offer);
    endSilence(who);
    const mail = {
      ...{ kind: 'offer-made', about: `offer:${ask.name}/${who}`, tokens: [`t-${ask.name}`] },
      says: () => offer.state === 'made' && !offer.aside,
    };
    const helps = offer.state === 'made';
    post.tell([ask.asker], ofOffer('offer-answer', ask, who), now, helps ? mail : undefined);
  }

  function takeUp(ask: Ask, helper: string, keep: boolean, now: number): void {
    Object.assign(offerBy(ask, helper), { state: 'taken', aside: false });
    const name = `${ask.name}/${helper}`;
    talks.set(name, {
      ...{ name, ask, helper, openedAt: now, endedAt: null, askedAfter: false },
      ...{ said: new Map(), outcomes: new Set(), thanked: false, meeting: null },
    });
    post.tell([helper], ofOffer('offer-taken', ask, helper), now);
    for (const [who, offer] of ask.offers) {
      if (offer.state !== 'made' || offer.aside) continue;
      offer.aside = true;
      post.tell([who], ofOffer('offer-thanked', ask, who), now);
    }
    if (keep) return;
    ask.state = 'closed';
    tellOfClosing(ask, now);
  }

  /** Who was asked alone, who answered and who asked something; not who has a conversation. */
  function tellOfClosing(ask: Ask, now: number): void {
    const whom = people
      .map(({ name }) => name)
      .filter((who) => {
        const offer = ask.offers.get(who);
        if (offer) return offer.state !== 'taken' && offer.state !== 'withdrawn' && !offer.aside;
        return (
          wondered(ask, who) || ask.reaches.some(({ person, direct }) => direct && person === who)
        );
      });
    post.tell(whom, between('ask-ended', `ask:${ask.name}`, ask), now);
  }

  function turn(ask: Ask, now: number): void {
    if (ask.state !== 'open') return;
    const days = (now - ask.openedAt) / DAY;
    if (days >= 28) {
      Object.assign(ask, { state: 'closed', expired: true });
      tellOfClosing(ask, now);
      post.tell([ask.asker], between('ask-expired', `ask:${ask.name}`, ask), now);
      return;
    }
    let first = true;
    for (const reach of ask.reaches) {
      const who = reach.person ?? '';
      if (!reach.direct || reach.told || ask.offers.has(who) || wondered(ask, who)) continue;
      const since = Math.max(reach.nudged ?? reach.at, ask.openedAt);
      if (now < silentUntil(since, zoneOf(who))) continue;
      const reached = reads(ask, who) && !closed.has(who);
      if (reach.nudged === undefined) {
        reach.nudged = now;
        if (reached) askAlone(ask, who, now);
        continue;
      }
      reach.told = true;
      if (reached) {
        unanswered.set(who, (unanswered.get(who) ?? 0) + 1);
        if ((unanswered.get(who) ?? 0) >= 3) resting.add(who);
      }
      if (first)
        post.tell(
          [ask.asker],
          { ...between('ask-unanswered', `ask:${ask.name}`, ask), silent: who },
          now,
        );
      first = false;
    }
    const weeks = Math.min(3, Math.floor(days / 7));
    if (weeks <= ask.weeks) return;
    ask.weeks = weeks;
    if (!people.some(({ name }) => name !== ask.asker && !closed.has(name) && reads(ask, name))) {
      return;
    }
    post.tell([ask.asker], between('ask-still-open', `ask:${ask.name}`, ask), now);
  }

  function remindOfNotNows(ask: Ask, now: number): void {
    if (ask.state !== 'open' && !ask.expired) return;
    for (const [who, offer] of ask.offers) {
      if (
        offer.state !== 'not now' ||
        !offer.remind ||
        closed.has(who) ||
        isBlocked(who, ask.asker)
      )
        continue;
      const { date, time } = wallClock(now, zoneOf(ask.asker));
      if (date < offer.until || (date === offer.until && time < '08:00')) continue;
      offer.remind = false;
      post.tell([ask.asker], ofOffer('offer-due', ask, who), now);
    }
  }

  function askAfter(talk: Talk, now: number): void {
    if (talk.askedAfter) return;
    talk.askedAfter = true;
    const line = { ...ofTalk('outcome-asked', talk), topic: `outcome:${talk.name}` };
    post.tell([talk.ask.asker, talk.helper], line, now);
  }

  function tellOfMeeting(talk: Talk, what: string, by: string, now: number, until?: number): void {
    const at = talk.meeting;
    const mail = {
      ...{ kind: 'meeting-told', about: `meetings:${talk.name}`, tokens: ['p-place'] },
      until: until ?? at ?? 0,
      says: () =>
        (what === 'off') === (talk.meeting === null) && blocks.every(([, two]) => two !== by),
    };
    const line = {
      ...ofTalk(`meeting-${what}`, talk),
      topic: `meetings:${talk.name}`,
      by,
      doer: true as const,
    };
    post.tell([talk.ask.asker, talk.helper], line, now, mail);
    if (what === 'off' || at === null) return;
    reminders.push({ talk, meets: at });
  }

  /** What was to come is off with the conversation: only calendars are told. */
  function takeOut(talk: Talk, now: number): void {
    if (talk.meeting === null || talk.meeting <= now) return;
    talk.meeting = null;
    post.mail([talk.ask.asker, talk.helper], {
      ...{ kind: 'meeting-gone', about: `meetings:${talk.name}`, tokens: ['p-place'] },
      says: () => true,
    });
  }

  function remindOfMeetings(now: number): void {
    for (const reminder of reminders) {
      const { talk, meets } = reminder;
      if (reminder.done || meets - DAY > now) continue;
      reminder.done = true;
      if (talk.meeting !== meets || meets <= now) continue;
      const line = { ...ofTalk('meeting-soon', talk), topic: `meetings:${talk.name}` };
      const mail = {
        kind: 'meeting-reminder',
        about: `meetings:${talk.name}`,
        tokens: ['p-place'],
        until: meets,
      };
      post.tell([talk.ask.asker, talk.helper], line, now, {
        ...mail,
        says: () => talk.meeting === meets,
      });
    }
    const [lead] = session.leads;
    if (lead === undefined || session.begins - lead > now) return;
    session.leads.shift();
    tellOfSession('session-reminder', 'session-reminder', null, now);
  }

  function tellOfSession(kind: string, mail: string, by: string | null, now: number): void {
    const line: Told = { kind, topic: 'session', circle: 'Tuesday leads', by, doer: true };
    const until = session.begins;
    const own = { kind: mail, about: 'session', tokens: [], until, says: () => true };
    post.tell(membersOf('Tuesday leads'), line, now, own);
  }

  function turnWeek(now: number): void {
    const tell = (kind: string) => {
      const own = week.number;
      const mail = {
        ...{ kind, about: 'week', tokens: week.planned ? ['w-him', 'w-way'] : [] },
        says: () => own !== week.number || !week.said,
      };
      const until = kind === 'week-begins' ? now + 3 * DAY : now + HOUR;
      post.tell(['Hanne'], { kind, topic: `week:${own}`, by: null, week: own }, now, {
        ...mail,
        until,
      });
    };
    if (week.weekday && now >= week.next) {
      const left = week.number > 0 && !week.planned;
      week.skips = left ? week.skips + 1 : 0;
      const slows = week.skips >= 2;
      week.next = tuesdayAfter(week.next + (slows ? 7 * DAY : 0));
      Object.assign(week, { number: week.number + 1, planned: '', said: false, remind: 0 });
      tell('week-begins');
    }
    if (week.remind && now >= week.remind) {
      week.remind = 0;
      if (!week.said) tell('week-reminder');
    }
  }

  /** What a line says to whom it is told: null where there is nothing they may see. */
  function see(line: Line, who: string, now: number): Seen | null {
    const { kind, ask, talk: name, circle } = line;
    const title = ask ? [`t-${ask}`] : [];
    if (kind === 'person-left') return { over: false, words: [] };
    if (kind === 'round-set') return { over: session.roundOpened, words: [] };
    if (kind.startsWith('session-'))
      return { over: now >= session.begins + 75 * 60_000, words: [] };
    if (kind.startsWith('week-')) {
      const isNow = line.week === week.number;
      const planned = isNow ? week.planned !== '' : plannedWeeks.has(line.week ?? 0);
      const over = isNow ? week.said : !planned;
      return { over, words: planned ? ['n-dan', 'w-him', 'w-way'] : [] };
    }
    if (name) return seeTalk(line, talkBy(name), who, now);
    if (!ask) throw new Error(`Nothing is known of ${kind}.`);
    const of = askBy(ask);
    const offer = of.offers.get(line.offerOf ?? '');
    const isMine = of.asker === who;
    if (!isMine && !reads(of, who)) return null;
    if (circle && !of.reaches.some((reach) => reach.circle === circle)) return null;
    const over = isOver(line, of, offer, who);
    // What was answered is not said again.
    return { over, words: kind === 'question-asked' && over ? [] : title };
  }

  function isOver(line: Line, ask: Ask, offer: Offer | undefined, who: string): boolean {
    switch (line.kind) {
      case 'ask-to-circle':
      case 'ask-to-you': {
        const mine = ask.offers.get(who);
        return ask.state !== 'open' || wondered(ask, who) || (!!mine && mine.state !== 'withdrawn');
      }
      case 'ask-ended':
      case 'ask-expired':
        return ask.state !== 'closed';
      case 'ask-unanswered':
        return (
          ask.state !== 'open' ||
          ask.offers.has(line.silent ?? '') ||
          wondered(ask, line.silent ?? '')
        );
      case 'ask-still-open':
        return ask.state !== 'open';
      case 'offer-answer':
        return offer?.state === 'withdrawn' || offer?.state === 'taken';
      case 'offer-due':
        return offer?.state !== 'not now';
      case 'offer-thanked':
        return !offer?.aside;
      case 'question-asked':
        return (
          ask.state !== 'open' ||
          ask.questions.some(({ name, answered }) => `question:${name}` === line.topic && answered)
        );
      default:
        return false;
    }
  }

  function seeTalk(line: Line, talk: Talk, who: string, now: number): Seen | null {
    const other = otherOf(talk, who);
    if (blocks.some(([by, of]) => by === other && of === who)) return null;
    const title = [`t-${talk.ask.name}`];
    const wants = people.find(({ name }) => name === who)?.saidInMail === true;
    switch (line.kind) {
      case 'conversation-line': {
        const said = talk.said.get(other);
        return { over: false, words: wants && said ? [...title, `l-${said}`] : title };
      }
      case 'outcome-asked':
        return { over: talk.outcomes.has(who), words: title };
      case 'thanks-given':
        return {
          over: false,
          words: wants ? [...title, `x-${talk.name.replace('/', '-')}`] : title,
        };
      case 'conversation-ended':
        return { over: false, words: title };
      case 'meeting-off':
        return { over: false, words: [] };
      default:
        return { over: talk.meeting === null || talk.meeting <= now, words: [] };
    }
  }

  /** Whether an ask is somebody's to read who did not ask it. */
  function reads(ask: Ask, who: string): boolean {
    if (ask.state === 'draft' || isBlocked(who, ask.asker) || closed.has(ask.asker)) return false;
    if (ask.offers.has(who)) return true;
    const both = (circle: CircleName) =>
      circles.get(circle)?.has(who) && circles.get(circle)?.has(ask.asker);
    return ask.reaches.some(({ circle, person, direct }) => {
      if (circle) return both(circle);
      return person === who && (!direct || [...circles.keys()].some(both));
    });
  }

  function isBlocked(one: string, two: string): boolean {
    return blocks.some(([by, of]) => (by === one && of === two) || (by === two && of === one));
  }

  function endSilence(who: string): void {
    unanswered.delete(who);
    resting.delete(who);
  }

  function membersOf(circle: CircleName): string[] {
    return [...(circles.get(circle) ?? [])];
  }

  function askBy(name: string): Ask {
    const ask = asks.get(name);
    if (!ask) throw new Error(`There is no ask ${name}.`);
    return ask;
  }

  function talkBy(name: string): Talk {
    const talk = talks.get(name);
    if (!talk) throw new Error(`There is no conversation ${name}.`);
    return talk;
  }

  function questionBy(name: string): [Ask, Ask['questions'][number]] {
    for (const ask of asks.values()) {
      for (const question of ask.questions) if (question.name === name) return [ask, question];
    }
    throw new Error(`There is no question ${name}.`);
  }
}

const askOf = (name: string, asker: string): Ask => ({
  ...{ name, asker, state: 'draft', expired: false, openedAt: 0, weeks: 0 },
  ...{ reaches: [], offers: new Map(), questions: [] },
});

const between = (kind: string, topic: string, { name }: Ask): Told => ({
  ...{ kind, topic, by: null, ask: name },
});

const ofOffer = (kind: string, ask: Ask, helper: string): Told => ({
  ...between(kind, `offer:${ask.name}/${helper}`, ask),
  offerOf: helper,
});

const ofTalk = (kind: string, { name }: Talk): Told => ({
  ...{ kind, topic: `conversation:${name}`, by: null, talk: name },
});

const otherOf = ({ ask, helper }: Talk, who: string) => (who === helper ? ask.asker : helper);

const wondered = ({ questions }: Ask, who: string) => questions.some(({ by }) => by === who);

function offerBy({ name, offers }: Ask, helper: string): Offer {
  const offer = offers.get(helper);
  if (!offer) throw new Error(`${helper} offered nothing to ${name}.`);
  return offer;
}

const zoneOf = (who: string) => people.find(({ name }) => name === who)?.zone ?? 'UTC';

/** After two working days of whoever is asked; a weekend counts from Monday on. */
function silentUntil(since: number, zone: string): number {
  const wall = wallClock(since, zone);
  const isWeekend = wall.weekday > 5;
  let at = Date.parse(`${wall.date}T00:00Z`);
  const seconds = since % 60_000;
  const time = isWeekend ? 0 : Date.parse(`1970-01-01T${wall.time}Z`) + seconds;
  let left = 2;
  for (let weekday = wall.weekday; left > 0 || weekday > 5; ) {
    at += DAY;
    weekday = (weekday % 7) + 1;
    if (weekday > 5) continue;
    // From a weekend, Monday is where it begins.
    if (
      isWeekend &&
      left === 2 &&
      at - Date.parse(`${wall.date}T00:00Z`) <= 2 * DAY &&
      weekday === 1
    )
      continue;
    left--;
  }
  return momentOnWall(at + time, zone);
}

const atHour = (date: string, hour: number, zone: string) =>
  momentOnWall(Date.parse(`${date}T${String(hour).padStart(2, '0')}:00Z`), zone);

/** The next Tuesday at nine in Copenhagen. */
function tuesdayAfter(now: number): number {
  for (let at = now; ; at += DAY) {
    const { date, weekday } = wallClock(at, 'Europe/Copenhagen');
    const turn = atHour(date, 9, 'Europe/Copenhagen');
    if (weekday === 2 && turn > now) return turn;
  }
}
