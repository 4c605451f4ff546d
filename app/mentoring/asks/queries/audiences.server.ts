import { CompiledQuery } from 'kysely';
import type { Asker } from '#app/access/proofs.ts';
import { theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { AUDIENCE, type AudienceRow } from '#app/mentoring/asks/rows/audience-statement.server.ts';
import { bestFits, COMMON, tellingWords, wordsThatFit } from '#app/mentoring/asks/rules/fits.ts';
import { canBeAsked } from '#app/mentoring/helping/rules/capacity.ts';
import { notAskedWords } from '#app/mentoring/helping/words.ts';
import { digestOf } from '#app/platform/forms/submission.server.ts';
import { db, type Executor } from '#db/database.server.ts';
import type { Audience, Audiences, PersonToAsk } from './audience-view.ts';

type Person = NonNullable<AudienceRow['people']>[number];
type Reached = NonNullable<AudienceRow['reached']>;

interface Options {
  now?: Date;
  on?: Executor;
  /** what it is to say, where that is not saved */
  typed?: { title: string; body: string } | undefined;
}

/** Everybody the asker may send it to now, by name. */
export async function audiencesOf(
  { personId, askId }: Asker,
  { now = new Date(), on = db, typed }: Options = {},
): Promise<Audiences> {
  const values = [personId, now, askId, [...COMMON], typed?.title ?? null, typed?.body ?? null];
  const { rows } = await theirs(on).executeQuery<AudienceRow>(CompiledQuery.raw(AUDIENCE, values));
  const [row] = rows;
  if (!row)
    return { sessions: [], people: [], circles: [], all: null, site: null, wentToSite: false };
  const { title, body, circle_id, source_kind } = row;
  const [circles, people, reached] = [row.circles ?? [], row.people ?? [], row.reached ?? []];
  const sourceCircleId = source_kind === null || source_kind === 'card' ? null : circle_id;
  const together = { reached, sourceCircleId };
  const of = (id: number) => people.filter((one) => one.circles.includes(id));
  // That it was begun in comes first.
  const inOrder = [...circles].sort(
    (a, b) => Number(b.id === circle_id) - Number(a.id === circle_id),
  );
  const asCircles = inOrder.map(({ id, name }) =>
    group({ kind: 'circle', to: `circle-${id}`, circle: name }, of(id), together),
  );
  const sessions = inOrder.flatMap(({ id, name, session }) => {
    if (!session) return [];
    const startsAt = new Date(session.startsAt).toISOString();
    const head = { kind: 'session' as const, to: `session-${id}-${session.id}`, circle: name };
    return group({ ...head, session: { ...session, startsAt } }, of(id), together);
  });
  const all = group({ kind: 'circles', to: 'circles' }, people, together);
  return {
    ...{ sessions, circles: asCircles, all: circles.length > 1 ? all : null },
    people: people.map((one) => toAsk(one, together, now)),
    site: siteOf(row.site ?? [], tellingWords(`${title}\n${body}`), together, now),
    wentToSite: reached.some(({ kind }) => kind === 'site'),
  };
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
