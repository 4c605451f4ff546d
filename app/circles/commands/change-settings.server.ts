import type { Cloth, Host } from '#app/access/proofs.ts';
import { settleSeats } from '#app/circles/rows/offers.server.ts';
import { countSeats, lockAsHost } from '#app/circles/rows/seats.server.ts';
import { db } from '#db/database.server.ts';

export interface SettingsInput {
  name: string;
  purpose: string;
  seats: number;
  timeZone: string;
  visibility: 'private' | 'listed';
  cloth: Cloth;
  /** of the settings the form was filled from */
  version: number;
}

export type SettingsOutcome =
  | { ok: true }
  | { ok: false; reason: 'not-host' }
  | { ok: false; reason: 'changed' }
  | { ok: false; reason: 'seats'; members: number; offers: number };

/** Changes a circle. Seats that this frees are offered to those in line. */
export async function changeSettings(host: Host, form: SettingsInput): Promise<SettingsOutcome> {
  return db.transaction().execute(async (tx): Promise<SettingsOutcome> => {
    const circle = await lockAsHost(tx, host);
    if (!circle) return { ok: false, reason: 'not-host' };
    if (circle.version !== form.version) return { ok: false, reason: 'changed' };
    const now = new Date();
    const { members, offers } = await countSeats(tx, circle, now);
    if (form.seats < members + offers) return { ok: false, reason: 'seats', members, offers };
    await tx
      .updateTable('circle')
      .set({
        name: form.name,
        purpose: form.purpose,
        seats: form.seats,
        time_zone: form.timeZone,
        visibility: form.visibility,
        cloth: form.cloth,
        version: circle.version + 1,
      })
      .where('id', '=', circle.id)
      .execute();
    await settleSeats(tx, { ...circle, seats: form.seats }, now);
    return { ok: true };
  });
}
