import { sql } from 'kysely';
import { newAccountLink } from '#app/accounts/commands/account-links.server.ts';
import { currentSiteSettings } from '#app/accounts/queries/site.server.ts';
import { addressKey, sameAddress } from '#app/accounts/rules/accounts.ts';
import { absolute } from '#app/platform/links.server.ts';
import { sendMail } from '#app/platform/mail/mailer.server.tsx';
import { hashToken, newToken } from '#app/platform/token.server.ts';
import { db } from '#db/database.server.ts';

/**
 * The mail about accounts, written by jobs. Tokens are made here and not in the commands: a job's
 * payload is kept in the database, a token never. Templates are imported when a mail is written, so
 * that a web process starts without React Email.
 */
const templates = () => import('./emails.tsx');

const siteName = async () => (await currentSiteSettings(db)).name;

const people = () =>
  db
    .selectFrom('person')
    .leftJoin('person_deactivation as closed', 'closed.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email'])
    .select((eb) => eb('closed.person_id', 'is not', null).as('deactivated'));

const personAt = (email: string) =>
  people().where(sql`address_key(person.email)`, '=', addressKey(email)).executeTakeFirst();

export async function mailConfirmation({ personId, email }: { personId: number; email: string }) {
  const person = await people().where('person.id', '=', personId).executeTakeFirst();
  if (!person || person.deactivated) return;
  const changes = !sameAddress(person.email, email);
  if (changes) {
    const owner = await personAt(email);
    if (owner) return mailHasAccount(owner);
    await forgetEarlierChanges(person, email);
  }
  const token = await newAccountLink(db, 'confirm-email', personId, email);
  const link = absolute(`/confirm-email/${token}`);
  const site = await siteName();
  const { ConfirmEmailMail } = await templates();
  await sendMail({
    to: { name: person.name, address: email },
    subject: changes ? 'Confirm your new email address' : 'Confirm your email address',
    react: <ConfirmEmailMail site={site} name={person.name} changes={changes} link={link} />,
  });
}

/** Only the newest address somebody asked to change to can still be confirmed. */
async function forgetEarlierChanges(person: { id: number; email: string }, email: string) {
  await db
    .deleteFrom('account_link')
    .where('person_id', '=', person.id)
    .where('purpose', '=', 'confirm-email')
    .where('used_at', 'is', null)
    .where(sql`address_key(email)`, 'not in', [addressKey(email), addressKey(person.email)])
    .execute();
}

export async function mailPasswordReset({ email }: { email: string }) {
  const person = await personAt(email);
  if (!person || person.deactivated) return;
  const token = await newAccountLink(db, 'reset-password', person.id, person.email);
  const link = absolute(`/reset-password/${token}`);
  const site = await siteName();
  const { ResetPasswordMail } = await templates();
  await sendMail({
    to: { name: person.name, address: person.email },
    subject: 'Choose a new password',
    react: <ResetPasswordMail site={site} name={person.name} link={link} />,
  });
}

export async function mailSignUp({ signUpId }: { signUpId: number }) {
  const begun = await db
    .selectFrom('sign_up')
    .select(['name', 'email'])
    .where('id', '=', signUpId)
    .executeTakeFirst();
  if (!begun) return;
  const owner = await personAt(begun.email);
  if (owner) {
    await db.deleteFrom('sign_up').where('id', '=', signUpId).execute();
    return mailHasAccount(owner);
  }
  const token = newToken();
  await db
    .updateTable('sign_up')
    .set({ token_hash: hashToken(token) })
    .where('id', '=', signUpId)
    .execute();
  const link = absolute(`/sign-up/${token}`);
  const site = await siteName();
  const { FinishSignUpMail } = await templates();
  await sendMail({
    to: { name: begun.name, address: begun.email },
    subject: `Finish your account at ${site}`,
    react: <FinishSignUpMail site={site} name={begun.name} link={link} />,
  });
}

/** Tells the owner of an address that somebody typed it where an account is made. */
async function mailHasAccount(owner: { name: string; email: string; deactivated: unknown }) {
  if (owner.deactivated) return;
  const site = await siteName();
  const { HasAccountMail } = await templates();
  await sendMail({
    to: { name: owner.name, address: owner.email },
    subject: `You have an account at ${site} already`,
    react: <HasAccountMail site={site} name={owner.name} />,
  });
}

export async function mailNotice(changed: {
  name: string;
  email: string;
  what: 'password' | 'email';
}) {
  const site = await siteName();
  const { AccountChangedMail } = await templates();
  await sendMail({
    to: { name: changed.name, address: changed.email },
    subject:
      changed.what === 'email' ? 'Your email address was changed' : 'Your password was changed',
    react: <AccountChangedMail site={site} name={changed.name} what={changed.what} />,
  });
}
