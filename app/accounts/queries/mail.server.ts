import { db } from '#db/database.server.ts';
import { currentSiteSettings } from './site.server.ts';

/** What every mail about an account says of the site. */
export async function siteToMail() {
  return { site: (await currentSiteSettings(db)).name };
}

/** To the address as it was when it happened. */
export async function changeToMail(changed: {
  name: string;
  email: string;
  what: 'password' | 'email';
}) {
  const { name, email, what } = changed;
  return { to: { name, address: email }, what, ...(await siteToMail()) };
}
