import type { Executor, Tx } from '#db/database.server.ts';
import { inCircle } from '#db/in-circle.server.ts';

export interface Agreement {
  version: number;
  body: string;
}

/** The agreement in force. Every circle has one from its first moment. */
export function agreementOf(on: Executor, circleId: number): Promise<Agreement> {
  return on
    .selectFrom('agreement')
    .select(['version', 'body'])
    .where(inCircle({ circleId }, 'agreement'))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Records “I’m in”; said twice it counts once, from the first time. */
export async function writeConsent(tx: Tx, circleId: number, version: number, personId: number) {
  await tx
    .insertInto('agreement_consent')
    .values({ circle_id: circleId, version, person_id: personId })
    .onConflict((c) => c.doNothing())
    .execute();
}
