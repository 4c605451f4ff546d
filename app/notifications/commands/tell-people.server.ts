import { knownOccasion } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import {
  type Telling,
  tellStatement,
} from '#app/notifications/inbox/rows/tell-statement.server.ts';
import { kindOfMessage } from '#app/notifications/rows/all-messages.server.ts';
import { messagesOn } from '#app/notifications/rows/messages.server.ts';
import type { BetweenKind, BetweenPeople } from '#app/notifications/rules/occasions.ts';
import type { Executor } from '#db/database.server.ts';
import type { Happening } from './tell.server.ts';

/** Something that happened between people, in no circle. */
export interface HappenedBetween<K extends BetweenKind> extends Happening {
  occasion: K;
  /** the id of its thing */
  thing: number;
  detail: BetweenPeople[K];
}

/** Whom it is told, and one occasion, for `tellPeopleAll`. */
export type ToTellPeople = {
  [K in BetweenKind]: readonly [personIds: readonly number[], happened: HappenedBetween<K>];
}[BetweenKind];

/**
 * Puts what happened into the inboxes of these people, who did it excepted, and writes the messages of
 * its own mail, whose kind says that it is `between` people; in the caller's transaction and in one
 * statement. How much each wants to hear of asks and conversations says whether they have mail of it,
 * and when. Closed accounts are told nothing.
 */
export const tellPeople = <K extends BetweenKind>(
  tx: Executor,
  personIds: readonly number[],
  happened: HappenedBetween<K>,
): Promise<void> => tellPeopleAll(tx, [[personIds, happened] as unknown as ToTellPeople]);

/** The same of several things at once, in one statement. Nobody is told of one thing twice. */
export async function tellPeopleAll(tx: Executor, all: readonly ToTellPeople[]): Promise<void> {
  if (all.length === 0) return;
  await tellStatement(all.map((told) => telling(told[0], told[1]))).execute(messagesOn(tx));
}

function telling(
  personIds: readonly number[],
  { occasion, thing, detail, by, at, until, mail }: HappenedBetween<BetweenKind>,
): Telling {
  const kind = knownOccasion(occasion);
  if (mail && kindOfMessage(mail.message)?.between !== true) {
    throw new Error(`A message ${mail.message} is not between people.`);
  }
  return {
    ...{ circleId: null, name: occasion, kind, thing, threadId: null, by, detail, at },
    ...{ until: until ?? null, mail: mail ?? null, today: null },
    ...{ except: by === null || kind.doer ? [] : [by], only: null, roles: null },
    outside: personIds,
  };
}
