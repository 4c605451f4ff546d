import { CompiledQuery } from 'kysely';
import type { Asker } from '#app/access/proofs.ts';
import { type AudienceRow, AUDIENCE, anyOf } from '#app/mentoring/asks/rows/audience-statement.server.ts';
import { askRow, theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { bestFits, stemOf, tellingWords, wordsThatFit } from '#app/mentoring/asks/rules/fits.ts';
import { canBeAsked } from '#app/mentoring/helping/rules/capacity.ts';
import { notAskedWords } from '#app/mentoring/helping/words.ts';
import { digestOf } from '#app/platform/forms/submission.server.ts';
import { db, type Executor } from '#db/database.server.ts';
import type { Audience, Audiences, PersonToAsk } from './audience-view.ts';

type Person = NonNullable<AudienceRow['people']>[number];
type Reached = NonNullable<AudienceRow['reached']>;

/** Of the ask: its words, and the circle of its source, where that is in one. */
interface Asked {
  askId: number;
  title: string;
  body: string;
  circleId: number | null;
  sourceCircleId: number | null;
}

const MOST_WORDS = 40;

/** Everybody the asker may send it to now, by name. */
export async function audiencesFor(
  asker: { personId: number },
  ask: Asked,
  { now = new Date(), on = db }: { now?: Date; on?: Executor } = {},
): Promise<Audiences> {
  const words = tellingWords(`${ask.title}\n${ask.body}`).slice(0, MOST_WORDS);
  const stems = [...new Set(words.map(stemOf))];
  const values = [asker.personId, now, ask.askId, anyOf(stems)];
  const { rows } = await theirs(on).executeQuery<AudienceRow>(CompiledQuery.raw(AUDIENCE, values));
  const [row] = rows;
  const { circles, people, site, reached } = {
    ...{ circles: row?.circles ?? [], people: row?.people ?? [] },
    ...{ site: row?.site ?? [], reached: row?.reached ?? [] },
  };
  const { sourceCircleId } = ask;
  const together = { reached, sourceCircleId };
  const of = (id: number) => people.filter((one) => one.circles.includes(id));
  // That it was begun in comes first.
  const inOrder = [...circles].sort(
    (a, b) => Number(b.id === ask.circleId) - Number(a.id === ask.circleId),
  );
  const asCircles = inOrder.map(({ id, name }) =>
    group({ kind: 'circle', to: `circle-${id}`, circle: name }, of(id), together),
  );
  const sessions = inOrder.flatMap(({ id, name, session }) =>
    session
      ? group(
          {
            ...{ kind: 'session' as const, to: `session-${id}-${session.id}`, circle: name },
            session: { ...session, startsAt: new Date(session.startsAt).toISOString() },
          },
          of(id),
          together,
        )
      : [],
  );
  const all = group({ kind: 'circles', to: 'circles' }, people, together);
  return {
    ...{ sessions, circles: asCircles, all: circles.length > 1 ? all : null },
    people: people.map((one) => toAsk(one, together, now)),
    site: siteOf(site, words, together, now),
    wentToSite: reached.some(({ kind }) => kind === 'site'),
  };
}

/**
 * The same for a page, of the ask as it stands.
 * @param options.typed what it is to say, where that is not saved
 */
export async function audiencesOf(
  asker: Asker,
  { now = new Date(), typed }: { now?: Date; typed?: Pick<Asked, 'title' | 'body'> } = {},
): Promise<Audiences> {
  const ask = await askRow(db, asker).executeTakeFirst();
  const { title = '', body = '', circle_id: circleId = null, source_kind = null } = ask ?? {};
  const inCircle = source_kind !== null && source_kind !== 'card';
  const asked = { title, body, ...typed, circleId, sourceCircleId: inCircle ? circleId : null };
  return audiencesFor(asker, { askId: asker.askId, ...asked }, { now });
}

interface Together {
  reached: Reached;
  sourceCircleId: number | null;
}

type Head = Pick<Audience, 'kind' | 'to'> & Partial<Pick<Audience, 'circle' | 'session'>>;

function group(head: Head, all: readonly Person[], together: Together): Audience {
  // Whoever is blocked, or blocks, reads nothing of it.
  const people = all.filter(({ blocked }) => !blocked);
  const apart = people.filter((one) => one.apart);
  return {
    ...{ circle: null, session: null, ...head, fits: {} },
    people: people.map(({ id, name }) => ({ id, name })),
    apart: {
      names: apart.filter(({ named }) => named).map(({ name }) => name),
      unnamed: apart.some(({ named }) => !named),
    },
    digest: digestFor(head.to, people),
    reached: wentTo(head.to, together.reached),
    withSource: isAllWithin(people, together.sourceCircleId),
  };
}

function toAsk(one: Person, { reached, sourceCircleId }: Together, now: Date): PersonToAsk {
  const { id, name, company, about, capacity, apart, named } = one;
  const can = canBeAsked(capacity, now);
  return {
    ...{ id, name, company, askMeAbout: about, apart: apart && named },
    not: can.ok ? null : notAskedWords(name, can.reason, can.until),
    reached: reached.some(({ personId }) => personId === id),
    withSource: isAllWithin([one], sourceCircleId),
  };
}

function siteOf(
  all: NonNullable<AudienceRow['site']>,
  words: readonly string[],
  { reached, sourceCircleId }: Together,
  now: Date,
): Audience | null {
  const fit = bestFits(
    all
      .filter(({ id, capacity }) => canBeAsked(capacity, now).ok && !isReached(reached, id))
      .map(({ id, name, about }) => ({ id, name, words: wordsThatFit(words, about) })),
  );
  if (fit.length === 0) return null;
  return {
    ...{ kind: 'site', to: 'site', circle: null, session: null, reached: false },
    people: fit.map(({ id, name }) => ({ id, name })),
    fits: Object.fromEntries(fit.map((one) => [one.id, one.words])),
    apart: { names: [], unnamed: false },
    digest: digestFor('site', fit),
    withSource: sourceCircleId === null,
  };
}

const isReached = (reached: Reached, id: number) => reached.some((one) => one.personId === id);

const isAllWithin = (people: readonly Person[], circleId: number | null) =>
  circleId === null || people.every(({ circles }) => circles.includes(circleId));

const digestFor = (to: string, people: readonly { id: number }[]) =>
  digestOf([to, people.map(({ id }) => id).sort((a, b) => a - b)]).slice(0, 16);

function wentTo(to: string, reached: Reached): boolean {
  return reached.some(({ circleId, sessionId }) =>
    sessionId === null ? to === `circle-${circleId}` : to === `session-${circleId}-${sessionId}`,
  );
}
