import { useLoaderData } from '@remix-run/react';
import { hostAction, hostLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfPeople } from '#app/circles/addresses.ts';
import { removeMember } from '#app/circles/commands/members.server.ts';
import { RemovalSchema } from '#app/circles/forms.ts';
import { personIn } from '#app/circles/queries/people.server.ts';
import { memberRefusal } from '#app/circles/words/refusals.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled<{ name: string }>(({ name }) => `Remove ${apart(name)}`);

export const loader = hostLoader(async ({ host, id }) => ({
  slug: host.circle.slug,
  name: found(await personIn(host, id('person'))).name,
}));

export const action = hostAction(RemovalSchema, async ({ host, id, form }) => {
  const removed = await removeMember(host, id('person'), form.word);
  if (!removed.ok) return refuse(memberRefusal(removed.reason));
  return redirectWith(addressOfPeople(host.circle.slug), 'member-removed');
});

export default function RemovePerson() {
  const { slug, name } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  return (
    <Asking
      title={`Remove ${apart(name)} from the circle?`}
      yes={`Remove ${apart(name)}`}
      danger
      back={{ to: addressOfPeople(slug), label: 'Keep them' }}
      fields={
        <TextArea
          name="word"
          label={`A word to ${apart(name)}`}
          hint={`Optional. ${mail('It goes into the mail that tells them.', 'It waits for them in the Outbox: no mail leaves this site yet.')}`}
          rows={4}
          maxLength={500}
        />
      }
    >
      Their seat frees, and goes to the next in line if there is one. What they wrote stays. They
      can come back only if you invite them again or accept their request.
    </Asking>
  );
}
