import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfRota } from '#app/series/rota/addresses.ts';
import { resumeTurns } from '#app/series/rota/commands/pause.server.ts';

export const loader = memberLoader(({ member }) => redirect(addressOfRota(member.circle.slug)));

/** Ends one's own pause. */
export const action = memberButton(
  EmptySchema,
  ({ member }) => addressOfRota(member.circle.slug),
  async ({ member }) => {
    await resumeTurns(member);
    return redirectWith(addressOfRota(member.circle.slug), 'turns-back');
  },
);
