import { useLoaderData } from '@remix-run/react';
import { hostAction, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfPeople } from '#app/circles/addresses.ts';
import { changeRole } from '#app/circles/commands/members.server.ts';
import { RoleSchema } from '#app/circles/forms.ts';
import { someoneIn } from '#app/circles/queries/people.server.ts';
import { PersonView } from '#app/circles/views/person-view.tsx';
import { memberRefusal } from '#app/circles/words/refusals.ts';
import { askableIn } from '#app/mentoring/helping/queries/askable.server.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ person: { name: string } }>(({ person }) => person.name);

export const loader = memberLoader(async ({ member, viewer, id, peek }) => {
  const [person, askable] = await Promise.all([
    someoneIn(member, id('person')).then(found),
    askableIn(member),
    markRead({ viewer, peek }, member.circle.slug, [`person:${id('person')}`]),
  ]);
  return {
    slug: member.circle.slug,
    circle: member.circle.name,
    person,
    isAskable: askable.includes(person.id),
    isMe: person.id === member.personId,
    manages: member.role === 'host' && person.role !== 'host',
    now: new Date().toISOString(),
  };
});

export const action = hostAction(RoleSchema, async ({ host, id, form }) => {
  const changed = await changeRole(host, id('person'), form.role);
  if (!changed.ok) return refuse(memberRefusal(changed.reason));
  return redirectWith(addressOfPeople(host.circle.slug), 'role-changed');
});

export default function Person() {
  return <PersonView {...useLoaderData<typeof loader>()} />;
}
