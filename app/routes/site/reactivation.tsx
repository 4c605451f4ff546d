import { useLoaderData } from '@remix-run/react';
import { adminAction, adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfAccount } from '#app/site/addresses.ts';
import { reactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { personFor } from '#app/site/queries/people.server.ts';
import { PersonAct } from '#app/site/views/person-act.tsx';
import { administerRefusals } from '#app/site/words.ts';
import { apart } from '#app/ui/apart.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Reactivate an account');

export const loader = adminLoader(async ({ admin, id }) => ({
  person: found(await personFor(admin, id('person'))),
}));

export const action = adminAction(EmptySchema, async ({ admin, id }) => {
  const personId = id('person');
  const answer = await reactivatePerson(admin, personId, passOnHosting);
  if (answer.ok)
    return redirectWith(addressOfAccount(personId), 'person-reactivated', String(personId));
  return refuse({ '': administerRefusals[answer.reason] });
});

export default function ReactivationPage() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <PersonAct
      person={person}
      title={`Reactivate ${apart(person.name)}?`}
      lede="They can sign in again with the password they had."
      act="Reactivate"
    />
  );
}
