import type { Executor, Tx } from '#db/database.server.ts';

export interface Agreement {
  version: number;
  body: string;
}

/** The agreement in force. Every circle has one from its first moment. */
export function agreementOf(on: Executor, circleId: number): Promise<Agreement> {
  return on
    .selectFrom('agreement')
    .select(['version', 'body'])
    .where('circle_id', '=', circleId)
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
