import { redirect } from '@remix-run/node';
import { archivedMemberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfThread } from '#app/discussions/addresses.ts';
import { HEARING } from '#app/notifications/hearing/addresses.ts';
import { followThread } from '#app/notifications/hearing/commands/follow-thread.server.ts';
import { FollowingSchema } from '#app/notifications/hearing/forms.ts';
import { redirectWith } from '#app/platform/notice.server.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfThread(member.circle.slug, id('thread'))),
);

/** Whether the viewer hears of a thread; `?to=` and `?back=` where the form says nothing. */
export const action = archivedMemberButton(
  FollowingSchema,
  ({ member, id }) => addressOfThread(member.circle.slug, id('thread')),
  async ({ member, form, id, url: { searchParams } }) => {
    const [threadId, { slug }] = [id('thread'), member.circle];
    const asked = FollowingSchema.safeParse(Object.fromEntries(searchParams)).data ?? {};
    const to = form.to ?? asked.to;
    const back = form.back ?? asked.back ?? 'thread';
    const path = back === 'hearing' ? `${HEARING}#threads` : addressOfThread(slug, threadId);
    if (!to) return redirectWith(path, 'button-not-read');
    const before = found(await followThread(member, threadId, to));
    if (form.to === undefined) return redirectWith(path, 'hears-as-before');
    return redirectWith(path, `thread-${to}`, `${slug}/${threadId}/${before}/${back}`);
  },
);
