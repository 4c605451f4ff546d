import { env } from '#app/platform/settings/env.server.ts';
import { db, type Executor } from '#db/database.server.ts';

export interface SiteSettings {
  name: string;
  registration: 'invitation' | 'open';
}

const KEPT_MS = 5_000;
let kept: { at: number; settings: Promise<SiteSettings> } | undefined;

/** The settings as every page shows them: at most five seconds old. */
export function siteSettings(): Promise<SiteSettings> {
  if (!kept || Date.now() - kept.at > KEPT_MS) {
    const settings = currentSiteSettings(db);
    kept = { at: Date.now(), settings };
    settings.catch(forgetSiteSettings);
  }
  return kept.settings;
}

/** The settings as they are now, for deciding by them. */
export async function currentSiteSettings(on: Executor): Promise<SiteSettings> {
  const row = await on.selectFrom('site').select(['name', 'registration']).executeTakeFirst();
  return {
    name: row?.name ?? 'Octavo',
    registration: row?.registration === 'open' ? 'open' : 'invitation',
  };
}

export function forgetSiteSettings(): void {
  kept = undefined;
}

/** Whether mail is kept in the outbox, for the administrator to hand on, instead of being sent. */
export const mailIsKept = () => !env.SMTP_URL;
