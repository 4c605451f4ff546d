import { useLoaderData } from '@remix-run/react';
import { adminAction, adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfAccount } from '#app/site/addresses.ts';
import { grantAdmin } from '#app/site/commands/administer-people.server.ts';
import { personFor } from '#app/site/queries/people.server.ts';
import { PersonAct } from '#app/site/views/person-act.tsx';
import { administerRefusals } from '#app/site/words.ts';
import { apart } from '#app/ui/apart.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Make an administrator');

export const loader = adminLoader(async ({ admin, id }) => ({
  person: found(await personFor(admin, id('person'))),
}));

export const action = adminAction(EmptySchema, async ({ admin, id }) => {
  const personId = id('person');
  const answer = await grantAdmin(admin, personId);
  if (answer.ok) return redirectWith(addressOfAccount(personId), 'admin-granted', String(personId));
  return refuse({ '': administerRefusals[answer.reason] });
});

export default function AdminGrantPage() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <PersonAct
      person={person}
      title={`Let ${apart(person.name)} administer this site?`}
      lede="Administrators change the settings, see the list of people and the outbox. They see nothing of circles they are not in."
      act="Make administrator"
    />
  );
}
