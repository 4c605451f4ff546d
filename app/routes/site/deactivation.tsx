import { useLoaderData } from '@remix-run/react';
import { adminAction, adminLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { passOnHosting } from '#app/circles/commands/pass-on-hosting.server.ts';
import { hostedBy } from '#app/circles/queries/hosted.server.ts';
import { EmptySchema, refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfAccount } from '#app/site/addresses.ts';
import { deactivatePerson } from '#app/site/commands/administer-people.server.ts';
import { personFor } from '#app/site/queries/people.server.ts';
import { HostingPasses } from '#app/site/views/hosting-passes.tsx';
import { PersonAct } from '#app/site/views/person-act.tsx';
import { administerRefusals } from '#app/site/words.ts';
import { apart } from '#app/ui/apart.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Deactivate an account');

export const loader = adminLoader(async ({ admin, id }) => ({
  person: found(await personFor(admin, id('person'))),
  hosted: await hostedBy(admin, id('person')),
}));

export const action = adminAction(EmptySchema, async ({ admin, id }) => {
  const personId = id('person');
  const answer = await deactivatePerson(admin, personId, passOnHosting);
  if (answer.ok)
    return redirectWith(addressOfAccount(personId), 'person-deactivated', String(personId));
  return refuse({ '': administerRefusals[answer.reason] });
});

export default function DeactivationPage() {
  const { person, hosted } = useLoaderData<typeof loader>();
  return (
    <PersonAct
      person={person}
      title={`Deactivate ${apart(person.name)}?`}
      lede="Every sign-in of this account ends at once, and nobody can sign in to it. What they wrote stays in their circles. You can reactivate it at any time."
      act="Deactivate"
      danger
    >
      <HostingPasses hosted={hosted} />
    </PersonAct>
  );
}
