import type { Viewer } from '#app/access/proofs.ts';
import { keepToZone } from '#app/notifications/hearing/commands/keep-to-zone.server.ts';
import { db } from '#db/database.server.ts';

export interface ProfileInput {
  name: string;
  whatIDo: string;
  company: string;
  timeZone: string;
  askMeAbout: string;
  /** of the profile that the form was filled from */
  version: number;
}

/** @returns false when the profile was saved elsewhere since the form was filled, with other content */
export async function saveProfile(viewer: Viewer, form: ProfileInput): Promise<boolean> {
  const profile = {
    name: form.name,
    what_i_do: form.whatIDo,
    company: form.company,
    time_zone: form.timeZone,
    ask_me_about: form.askMeAbout,
  };
  const saved = await db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('person')
      .set({ ...profile, version: form.version + 1 })
      .where('id', '=', viewer.personId)
      .where('version', '=', form.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (form.timeZone !== viewer.timeZone) await keepToZone(tx, viewer, new Date());
    return true;
  });
  if (saved) return true;
  const now = await db
    .selectFrom('person')
    .select(['name', 'what_i_do', 'company', 'time_zone', 'ask_me_about'])
    .where('id', '=', viewer.personId)
    .executeTakeFirstOrThrow();
  return (Object.keys(profile) as (keyof typeof profile)[]).every(
    (column) => now[column] === profile[column],
  );
}
