import type { Viewer } from '#app/access/proofs.ts';
import { hashToken } from '#app/platform/token.server.ts';
import { db, type Executor } from '#db/database.server.ts';

/** Ends every sign-in of a person, but the one of `exceptToken` when given. @returns how many */
export async function endSignIns(
  on: Executor,
  personId: number,
  exceptToken?: string,
): Promise<number> {
  const { numDeletedRows } = await on
    .deleteFrom('sign_in')
    .where('person_id', '=', personId)
    .$if(exceptToken !== undefined, (query) =>
      query.where('token_hash', '!=', hashToken(exceptToken ?? '')),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export function endOtherSignIns(viewer: Viewer, token: string): Promise<number> {
  return endSignIns(db, viewer.personId, token);
}

/** Ends one of the viewer's sign-ins. One that is gone already, or another's, changes nothing. */
export async function endOneSignIn(viewer: Viewer, tokenHash: string): Promise<void> {
  await db
    .deleteFrom('sign_in')
    .where('person_id', '=', viewer.personId)
    .where('token_hash', '=', tokenHash)
    .execute();
}
