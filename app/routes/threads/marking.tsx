import { redirect } from '@remix-run/node';
import { archivedMemberButton, memberLoader } from '#app/access/gates.server.ts';
import { addressOfThreads } from '#app/discussions/addresses.ts';
import { markAllRead } from '#app/discussions/commands/mark-all-read.server.ts';
import { type MarkedFrom, MarkReadSchema } from '#app/discussions/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member }) => redirect(addressOfThreads(member.circle.slug)));

/** Marks all threads of a circle as read, as far as they went when their list was shown. */
export const action = archivedMemberButton(
  MarkReadSchema,
  ({ member }) => addressOfThreads(member.circle.slug),
  async ({ member, form: { upTo, back } }) => {
    const { slug } = member.circle;
    const at = await markAllRead(member, upTo);
    const path = pageOf(back, slug);
    return at
      ? redirectWith(path, 'all-read', `${slug}/${at.getTime()}/${back}`)
      : redirectWith(path, 'none-unread');
  },
);

const pageOf = (back: MarkedFrom, slug: string) => (back === 'home' ? '/' : addressOfThreads(slug));
