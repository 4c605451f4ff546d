import type { Host, Member } from '#app/access/proofs.ts';
import { agreementOf, writeConsent } from '#app/circles/agreement/rows/agreements.server.ts';
import { agreements } from '#app/circles/limits.server.ts';
import { lockAsHost, lockCircle, roleIn } from '#app/circles/rows/seats.server.ts';
import { tell } from '#app/notifications/commands/tell.server.ts';
import { db } from '#db/database.server.ts';

export type AgreementOutcome = { ok: true } | { ok: false; reason: 'not-host' | 'changed' };

/**
 * Writes a new version, to which everyone is asked again. The host who writes it agrees to it.
 * @param form.version the version that was edited; another one in force meanwhile is not overwritten
 */
export async function changeAgreement(
  host: Host,
  form: { body: string; version: number },
): Promise<AgreementOutcome> {
  return db.transaction().execute(async (tx): Promise<AgreementOutcome> => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return { ok: false, reason: 'not-host' };
    const current = await agreementOf(tx, circle.id);
    if (current.body === form.body) return { ok: true };
    if (current.version !== form.version) return { ok: false, reason: 'changed' };
    const version = current.version + 1;
    await tx
      .insertInto('agreement')
      .values({ circle_id: circle.id, version, body: form.body, written_by: host.personId })
      .execute();
    await writeConsent(tx, circle.id, version, host.personId);
    await tell(tx, host, {
      ...{ occasion: 'agreement-changed', thing: null, detail: {} },
      ...{ by: host.personId, at: new Date() },
    });
    await agreements.count(tx, host.personId);
    return { ok: true };
  });
}

/** “I’m in”, to the version that was read: one that changed meanwhile is to be read first. */
export async function consentToAgreement(
  member: Member,
  version: number,
): Promise<{ ok: true } | { ok: false; reason: 'changed' | 'not-member' }> {
  return db.transaction().execute(async (tx) => {
    const circle = await lockCircle(tx, member.circleId);
    if (!(await roleIn(tx, circle.id, member.personId))) {
      return { ok: false, reason: 'not-member' } as const;
    }
    const current = await agreementOf(tx, circle.id);
    if (current.version !== version) return { ok: false, reason: 'changed' } as const;
    await writeConsent(tx, circle.id, version, member.personId);
    return { ok: true } as const;
  });
}
