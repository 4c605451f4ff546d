import type { Role } from '#app/access/proofs.ts';
import { knownOccasion } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import {
  type Telling,
  tellStatement,
} from '#app/notifications/inbox/rows/tell-statement.server.ts';
import { messagesOn } from '#app/notifications/rows/messages.server.ts';
import type { MessageKind, Messages } from '#app/notifications/rules/messages.ts';
import type { OccasionKind, Occasions } from '#app/notifications/rules/occasions.ts';
import { todayIn } from '#app/time/days.ts';
import type { Executor } from '#db/database.server.ts';

/** Something that happened. */
export interface Happening {
  /** the id of who did it; null when nobody did */
  by: number | null;
  at: Date;
  /** when it is over: a digest after that would tell of it too late */
  until?: Date;
  /** the mail that tells of it by itself; without one it comes in the next bundle or digest */
  mail?: OwnMail;
}

/** Something that happened in a circle. */
export interface Happened<K extends OccasionKind> extends Happening {
  occasion: K;
  /** the id of its thing; null where the circle is the thing */
  thing: number | null;
  /** the thread that is in */
  threadId?: number;
  detail: Occasions[K];
}

/** A message to each who is told, and wants mail of it. */
export type OwnMail = {
  [N in MessageKind]: {
    message: N;
    given: Messages[N];
    /** 'session:42:7': which one of its kind it is about; it is sent once */
    occasion: string;
  };
}[MessageKind];

/** Whom it is told, of a circle's members: all but who did it, unless this says otherwise. */
export interface Whom {
  /** ids of members who are not told */
  except?: readonly number[];
  /** ids of the only members who are told */
  only?: readonly number[];
  /** only members who are this in the circle */
  roles?: readonly Role[];
  /** ids of people who are told, in the circle or not, and nobody else */
  outside?: readonly number[];
}

interface InCircle {
  circleId: number;
  circle?: { timeZone: string };
}

/** One occasion and whom it is told, for `tellAll`. */
export type ToTell = { [K in OccasionKind]: readonly [Happened<K>, Whom?] }[OccasionKind];

/**
 * Puts what happened into the inboxes of a circle's members and writes the messages of its own mail, in
 * the caller's transaction and in one statement, however many they are. What each wants to hear says
 * whether they have mail of it, and when.
 */
export const tell = <K extends OccasionKind>(
  tx: Executor,
  circle: InCircle,
  happened: Happened<K>,
  whom: Whom = {},
): Promise<void> => tellAll(tx, circle, [[happened, whom] as unknown as ToTell]);

/** The same of several things at once, in one statement. Nobody is told of one thing twice. */
export async function tellAll(
  tx: Executor,
  circle: InCircle,
  all: readonly ToTell[],
): Promise<void> {
  if (all.length === 0) return;
  const tellings = all.map(([happened, whom]) => telling(circle, happened, whom));
  await tellStatement(tellings).execute(messagesOn(tx));
}

function telling(
  { circleId, circle }: InCircle,
  { occasion, thing, threadId, detail, by, at, until, mail }: Happened<OccasionKind>,
  { except = [], only, roles, outside }: Whom = {},
): Telling {
  const kind = knownOccasion(occasion);
  return {
    circleId,
    name: occasion,
    kind,
    thing,
    threadId: threadId ?? null,
    by,
    detail,
    at,
    until: until ?? null,
    mail: mail ?? null,
    today: circle ? todayIn(circle.timeZone, at) : null,
    except: by === null || kind.doer ? except : [...except, by],
    only: only ?? null,
    roles: roles ?? null,
    outside: outside ?? null,
  };
}
