import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { bringAsk } from '#app/mentoring/rounds/commands/bring-ask.server.ts';
import { BringingSchema } from '#app/mentoring/rounds/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Brings an ask of the viewer's to the round. */
export const action = memberButton(
  BringingSchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, form, id }) => {
    const path = addressOfRound(member.circle.slug, id('session'));
    const brought = await bringAsk(member, id('session'), form.ask);
    if (brought.ok) return redirectWith(path, brought.sent ? 'round-ask-sent' : 'round-ask-kept');
    const why = {
      gone: 'round-gone',
      closed: 'round-closed',
      sent: 'round-ask-out',
      'no-ask': 'round-ask-gone',
    } as const;
    return redirectWith(path, why[brought.reason]);
  },
);
