import { randomUUID } from 'node:crypto';
import type { OpenCircle, Writer } from '#tests/faults/community.ts';

/** One thing a person does, as the form that says it. Sent again, it is the same form. */
export interface Write {
  kind: 'note' | 'thread' | 'reply' | 'place' | 'seat';
  personId: number;
  circle: string;
  path: string;
  form: Record<string, string>;
  /** what its row can be told by: a text of its own, or the circle of a seat */
  mark: string;
  /** of what is said anew each time (a reply, a place): how often it was said */
  nth: number;
}

/** What a person does again and again: most of it writing, and everything else now and then. */
const DAY = ['note', 'reply', 'note', 'place', 'thread', 'note', 'seat', 'reply', 'note', 'place'];

/**
 * What a person does next.
 * @param nth how much they did before, never the same number twice
 * @param link an open circle they are not in yet
 */
export function nextWrite(writer: Writer, nth: number, link: () => OpenCircle | undefined): Write {
  const kind = DAY[nth % DAY.length];
  if (kind === 'thread') return thread(writer, nth);
  if (kind === 'reply') return reply(writer, nth);
  if (kind === 'place') return place(writer, nth);
  const open = kind === 'seat' ? link() : undefined;
  return open ? seat(writer, open) : note(writer, nth);
}

export function note({ personId, circle, threadIds }: Writer, nth: number): Write {
  const submissionKey = randomUUID();
  const body = `We wait for *each other* most of all. ${submissionKey}`;
  return {
    ...{ kind: 'note', personId, circle: circle.slug, mark: body, nth },
    path: `/circles/${circle.slug}/threads/${threadIds[nth % threadIds.length]}`,
    form: { body, quote: '', quotePage: '', about: '', submissionKey },
  };
}

export function thread({ personId, circle }: Writer, nth: number): Write {
  const submissionKey = randomUUID();
  const title = `Where is the delay? ${submissionKey}`;
  return {
    ...{ kind: 'thread', personId, circle: circle.slug, mark: title, nth },
    path: `/circles/${circle.slug}/threads/new`,
    form: { title, body: `With **us**. ${submissionKey}`, quote: '', quotePage: '', submissionKey },
  };
}

/** Joins by the circle's link. */
export function seat({ personId }: Writer, { slug, id, token }: OpenCircle): Write {
  return {
    ...{ kind: 'seat', personId, circle: slug, mark: String(id), nth: 0 },
    path: `/join/${token}`,
    form: { as: 'viewer', consent: 'on', agreementVersion: '1' },
  };
}

function reply({ personId, circle, sessionId }: Writer, nth: number): Write {
  const form = { answer: nth % 2 ? 'yes' : 'maybe', word: String(nth), hasWord: 'yes' };
  return {
    ...{ kind: 'reply', personId, circle: circle.slug, mark: String(sessionId), nth },
    path: `/circles/${circle.slug}/sessions/${sessionId}/reply`,
    form: { ...form, back: 'session' },
  };
}

/** Says how far they are: a page further each time. */
function place({ personId, circle, readingId }: Writer, nth: number): Write {
  return {
    ...{ kind: 'place', personId, circle: circle.slug, mark: String(readingId), nth },
    path: `/circles/${circle.slug}/reading/${readingId}/progress`,
    form: { what: 'place', page: String(nth) },
  };
}
