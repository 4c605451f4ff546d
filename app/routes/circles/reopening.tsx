import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { archivedHostAction, hostLoader } from '#app/access/gates.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { reopenCircle } from '#app/circles/commands/archive-circle.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { notHost } from '#app/circles/words/refusals.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Bring the circle back');

export const loader = hostLoader(({ host }) => {
  const { slug, name, archived } = host.circle;
  if (!archived) throw redirect(addressOfCircle(slug));
  return { slug, name };
});

export const action = archivedHostAction(ConfirmedSchema, async ({ host }) => {
  if (!(await reopenCircle(host))) return refuse(notHost);
  return redirectWith(addressOfCircle(host.circle.slug), 'circle-reopened');
});

export default function Reopen() {
  const { slug, name } = useLoaderData<typeof loader>();
  return (
    <Asking
      title={`Bring ${apart(name)} back?`}
      yes={`Bring ${apart(name)} back`}
      whenShut
      back={{ to: addressOfCircle(slug), label: 'Leave it archived' }}
    >
      It goes on as it was: its members can write, meet and read on, and those in line are offered
      the seats that are free.
    </Asking>
  );
}
