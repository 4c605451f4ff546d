import { useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfPeople } from '#app/circles/addresses.ts';
import { changeRole } from '#app/circles/commands/members.server.ts';
import { RoleSchema } from '#app/circles/forms.ts';
import { personIn } from '#app/circles/queries/people.server.ts';
import { PersonView } from '#app/circles/views/person-view.tsx';
import { memberRefusal } from '#app/circles/words/refusals.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ person: { name: string } }>(({ person }) => person.name);

export const loader = hostLoader(async ({ host, id }) => ({
  slug: host.circle.slug,
  circle: host.circle.name,
  person: found(await personIn(host, id('person'))),
}));

export const action = hostAction(RoleSchema, async ({ host, id, form }) => {
  const changed = await changeRole(host, id('person'), form.role);
  if (!changed.ok) return refuse(memberRefusal(changed.reason));
  return redirectWith(addressOfPeople(host.circle.slug), 'role-changed');
});

export default function Person() {
  return <PersonView {...useLoaderData<typeof loader>()} />;
}
