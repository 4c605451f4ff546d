import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfRound } from '#app/mentoring/addresses.ts';
import { goOn } from '#app/mentoring/rounds/commands/lead-round.server.ts';
import { TurnSchema } from '#app/mentoring/rounds/forms.ts';
import { ledNotice } from '#app/mentoring/rounds/rules/led-notice.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfRound(member.circle.slug, id('session'))),
);

/** Goes on from whose turn was on the page. */
export const action = memberButton(
  TurnSchema,
  ({ member, id }) => addressOfRound(member.circle.slug, id('session')),
  async ({ member, form, id }) => {
    const path = addressOfRound(member.circle.slug, id('session'));
    const led = await goOn(member, id('session'), form.from);
    if (led.ok && !led.before) return redirect(path, 303);
    return redirectWith(path, ledNotice(led, 'round-went-on'));
  },
);
