import { knownBrowserCookie } from './known-browser.server.ts';

/** What of the request's access is needed here. */
interface Access {
  readonly cookies: string[];
  signIn(personId: number): Promise<void>;
}

/** Signs this browser in, and marks it as one of its owner's. */
export async function arrive(
  access: Access,
  person: { personId: number; email: string },
): Promise<void> {
  await access.signIn(person.personId);
  access.cookies.push(await knownBrowserCookie(person.email));
}
