import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { archivedHostAction, hostLoader } from '#app/access/gates.server.ts';
import { addressOfCircle, addressOfReopening, addressOfSettings } from '#app/circles/addresses.ts';
import { archiveCircle } from '#app/circles/commands/archive-circle.server.ts';
import { ConfirmedSchema } from '#app/circles/forms.ts';
import { notHost } from '#app/circles/words/refusals.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Archive the circle');

export const loader = hostLoader(({ host }) => {
  const { slug, name, archived } = host.circle;
  if (archived) throw redirect(addressOfReopening(slug));
  return { slug, name };
});

export const action = archivedHostAction(ConfirmedSchema, async ({ host }) => {
  if (!(await archiveCircle(host))) return refuse(notHost);
  return redirectWith(addressOfCircle(host.circle.slug), 'circle-archived');
});

export default function Archive() {
  const { slug, name } = useLoaderData<typeof loader>();
  return (
    <Asking
      title={`Archive ${apart(name)}?`}
      yes={`Archive ${apart(name)}`}
      back={{ to: addressOfSettings(slug), label: 'Keep it going' }}
    >
      Its members can read everything as before, and nobody can add anything, join or be invited. No
      mail goes out. You can bring it back at any time, as it was.
    </Asking>
  );
}
