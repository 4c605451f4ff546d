import type { Viewer } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';

export interface ProfileInput {
  name: string;
  whatIDo: string;
  company: string;
  timeZone: string;
  askMeAbout: string;
}

export async function saveProfile(viewer: Viewer, form: ProfileInput): Promise<void> {
  await db
    .updateTable('person')
    .set({
      name: form.name,
      what_i_do: form.whatIDo,
      company: form.company,
      time_zone: form.timeZone,
      ask_me_about: form.askMeAbout,
    })
    .where('id', '=', viewer.personId)
    .execute();
}
