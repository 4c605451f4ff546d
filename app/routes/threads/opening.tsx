import { redirect } from '@remix-run/node';
import { memberButton, memberLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfThread } from '#app/discussions/addresses.ts';
import { foldThread, openThread } from '#app/discussions/commands/open-thread.server.ts';
import { OpenNotesSchema } from '#app/discussions/forms.ts';

export const loader = memberLoader(({ member, id }) =>
  redirect(addressOfThread(member.circle.slug, id('thread'))),
);

/** Whether a thread's notes from further on are folded for the viewer. */
export const action = memberButton(
  OpenNotesSchema,
  ({ member, id }) => addressOfThread(member.circle.slug, id('thread')),
  async ({ member, form, id }) => {
    const threadId = id('thread');
    if (form.to === 'open') found((await openThread(member, threadId)).ok || null);
    else await foldThread(member, threadId);
    return redirect(addressOfThread(member.circle.slug, threadId), 303);
  },
);
