import type { Facilitator } from '#app/access/proofs.ts';
import type { Plan } from '#app/reading/plan/rules/plan.ts';
import type { Tx } from '#db/database.server.ts';
import { inCircle, joined } from '#db/in-circle.server.ts';

/** Readings of one circle are planned one after the other, so that two cannot overlap. */
export async function lockReadings(tx: Tx, { circleId }: Facilitator): Promise<void> {
  await tx
    .selectFrom('circle')
    .select('id')
    .where('id', '=', circleId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** Another reading of the circle, neither over nor ended, whose days meet these. */
export async function overlapping(
  tx: Tx,
  facilitator: Facilitator,
  { startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>,
  exceptId = 0,
): Promise<{ title: string; startsOn: string; endsOn: string } | undefined> {
  return tx
    .selectFrom('reading')
    .innerJoin('book', (join) => join.on(joined('book.id', 'reading.book_id')))
    .leftJoin('reading_end', (join) => join.on(joined('reading_end.reading_id', 'reading.id')))
    .select(['book.title', 'reading.starts_on as startsOn', 'reading.ends_on as endsOn'])
    .where(inCircle(facilitator, 'reading'))
    .where('reading.id', '!=', exceptId)
    .where('reading_end.reading_id', 'is', null)
    .where('reading.starts_on', '<=', endsOn)
    .where('reading.ends_on', '>=', startsOn)
    .executeTakeFirst();
}
