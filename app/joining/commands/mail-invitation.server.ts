import { hashToken, newToken } from '#app/platform/token.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { db } from '#db/database.server.ts';
import { inCircleOfRow } from '#db/in-circle.server.ts';

/**
 * The token that the mail of an open invitation carries, made as it is sent; null for an invitation
 * that is no longer open, or whose circle is archived. A mail sent before for this invitation stops working.
 * @param sending.at ISO: which sending of it the mail is for; one that was sent again has a later mail
 */
export async function newInvitationToken(
  invitationId: number,
  { at }: { at?: string } = {},
): Promise<string | null> {
  const token = newToken();
  const made = await acrossCircles(db, 'a job knows its invitation alone')
    .updateTable('invitation')
    .set({ mailed_token_hash: hashToken(token) })
    .where(inCircleOfRow('invitation', { of: 'invitation', id: invitationId }))
    .where('id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date())
    .$if(at !== undefined, (query) => query.where('created_at', '=', new Date(at ?? '')))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('circle_archive')
            .select('circle_archive.circle_id')
            .whereRef('circle_archive.circle_id', '=', 'invitation.circle_id'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return made ? token : null;
}
