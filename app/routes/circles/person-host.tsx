import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { archivedHostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfPeople, addressOfPerson } from '#app/circles/addresses.ts';
import { handOverCircle } from '#app/circles/commands/members.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { personIn } from '#app/circles/queries/people.server.ts';
import { canHost } from '#app/circles/rules/circles.ts';
import { memberRefusal } from '#app/circles/words/refusals.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Hand over the circle');

export const loader = hostLoader(async ({ host, id }) => {
  const person = found(await personIn(host, id('person')));
  const { slug, name } = host.circle;
  if (!canHost(person)) throw redirect(addressOfPerson(slug, person.id));
  return { slug, circle: name, name: person.name };
});

export const action = archivedHostAction(ConfirmedSchema, async ({ host, id }) => {
  const handed = await handOverCircle(host, id('person'));
  if (!handed.ok) return refuse(memberRefusal(handed.reason));
  return redirectWith(addressOfPeople(host.circle.slug), 'circle-handed-over');
});

export default function HandOver() {
  const { slug, circle, name } = useLoaderData<typeof loader>();
  return (
    <Asking
      title={`Make ${apart(name)} the host?`}
      yes={`Hand ${apart(circle)} over to ${apart(name)}`}
      whenShut
      back={{ to: addressOfPeople(slug), label: 'Stay the host' }}
    >
      <bdi>{name}</bdi> will invite people, answer requests and keep the agreement. You stay as a
      facilitator, and only <bdi>{name}</bdi> can hand the circle back.
    </Asking>
  );
}
