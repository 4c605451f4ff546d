import { newWayBackIn } from '#app/accounts/commands/account-links.server.ts';
import { administrators, personToLetIn } from '#app/accounts/queries/way-back-in.server.ts';
import { absolute } from '#app/platform/links.server.ts';
import { closeDatabase } from '#db/database.server.ts';
import { openDatabase } from './open-database.server.ts';
import { StartRefused } from './start-refused.ts';

/**
 * `npm start -- --sign-in-link ADDRESS`: prints a link with which somebody who is locked out chooses
 * a new password and is signed in, once. Works whether or not the site is running.
 * @throws StartRefused in words for the terminal
 */
export async function printSignInLink(email: string): Promise<void> {
  const database = await openDatabase(true);
  try {
    const { name, link } = await linkFor(email);
    process.stdout.write(
      `${name} chooses a new password here and is signed in; it works once, for two hours:\n${link}\n`,
    );
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

async function linkFor(email: string) {
  const person = await personToLetIn(email).catch((error) => {
    // PostgreSQL's code for a table that is not there.
    if (error.code !== '42P01') throw error;
    throw new StartRefused('Nobody has an account here yet: npm start makes the first.');
  });
  if (!person) throw new StartRefused(`Nobody has the address ${email}. ${await whom()}`);
  if (person.deactivatedAt) {
    throw new StartRefused(
      `The account of ${person.name} is deactivated; an administrator can reactivate it. ${await whom()}`,
    );
  }
  return { name: person.name, link: absolute(await newWayBackIn(person.id)) };
}

async function whom(): Promise<string> {
  const known = await administrators();
  return known.length === 0 ? '' : `Administrators: ${known.join(', ')}.`;
}
