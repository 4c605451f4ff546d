import { useLoaderData } from '@remix-run/react';
import { adminAction, adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfAccount } from '#app/site/addresses.ts';
import { withdrawAdmin } from '#app/site/commands/administer-people.server.ts';
import { personFor } from '#app/site/queries/people.server.ts';
import { PersonAct } from '#app/site/views/person-act.tsx';
import { administerRefusals } from '#app/site/words.ts';
import { apart } from '#app/ui/apart.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Withdraw administration');

export const loader = adminLoader(async ({ admin, id }) => ({
  person: found(await personFor(admin, id('person'))),
}));

export const action = adminAction(EmptySchema, async ({ admin, id }) => {
  const personId = id('person');
  const answer = await withdrawAdmin(admin, personId);
  if (answer.ok)
    return redirectWith(addressOfAccount(personId), 'admin-withdrawn', String(personId));
  return refuse({ '': administerRefusals[answer.reason] });
});

export default function AdminWithdrawalPage() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <PersonAct
      person={person}
      title={`Withdraw administration from ${apart(person.name)}?`}
      lede="They keep their account and their circles, and no longer see this part of the site."
      act="Withdraw"
      danger
    />
  );
}
