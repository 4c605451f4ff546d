import { redirect } from '@remix-run/node';
import { archivedMemberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfThreads } from '#app/discussions/addresses.ts';
import { unmarkRead } from '#app/discussions/commands/mark-all-read.server.ts';
import { EmptySchema } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member }) => redirect(addressOfThreads(member.circle.slug)));

/** Takes back what was marked as read in one go, at `?at=` (milliseconds). */
export const action = archivedMemberButton(
  EmptySchema,
  ({ member }) => addressOfThreads(member.circle.slug),
  async ({ member, url: { searchParams } }) => {
    const at = /^\d{1,15}$/.exec(searchParams.get('at') ?? '')?.[0];
    await unmarkRead(member, new Date(Number(at ?? 0)));
    const isFromHome = searchParams.get('back') === 'home';
    return redirectWith(isFromHome ? '/' : addressOfThreads(member.circle.slug), 'unread-again');
  },
);
