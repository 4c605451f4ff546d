import type { Admin } from '#app/access/proofs.ts';
import { db } from '#db/database.server.ts';
import { forgetSiteSettings, type SiteSettings } from '../queries/site.server.ts';

export async function saveSiteSettings(_admin: Admin, settings: SiteSettings): Promise<void> {
  await db
    .updateTable('site')
    .set({ name: settings.name, registration: settings.registration })
    .execute();
  forgetSiteSettings();
}
