import type { Admin } from '#app/access/proofs.ts';
import { forgetSiteSettings, type SiteSettings } from '#app/accounts/queries/site.server.ts';
import { db } from '#db/database.server.ts';

export async function saveSiteSettings(_admin: Admin, settings: SiteSettings): Promise<void> {
  await db
    .updateTable('site')
    .set({ name: settings.name, registration: settings.registration })
    .execute();
  forgetSiteSettings();
}
