import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { ReplyByLinkSchema } from '#app/sessions/forms.ts';
import { addressOfReplyLink } from '#app/sessions/replies/addresses.ts';
import { replyByLink } from '#app/sessions/replies/commands/reply-by-link.server.ts';
import { replyLink } from '#app/sessions/replies/queries/reply-link.server.ts';
import { NothingToReply, ReplyLinkView } from '#app/sessions/replies/views/reply-link-view.tsx';
import { movedMeanwhile, repliesClosed } from '#app/sessions/replies/words.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const meta = titled('Will you come?');

export const loader = publicLoader(async ({ viewer: reader, params: { token = '' }, url }) => {
  const link = await replyLink(token);
  if (!link) return data({ is: 'nothing' as const }, { status: 404 });
  if (link.is === 'over') return data({ is: link.is });
  const { circle, viewer } = link.member;
  const { id, startsAt, minutes, mine } = link.session;
  const asked = url.searchParams.get('say');
  const say: ReplyAnswer = asked === 'maybe' || asked === 'no' ? asked : 'yes';
  return data({
    ...{ is: link.is, was: link.was, say, zone: viewer.timeZone },
    circle: { slug: circle.slug, name: circle.name },
    session: { id, startsAt, minutes, mine },
    isSignedIn: reader !== null,
    other: reader && reader.personId !== viewer.personId ? reader.name : null,
  });
});

/** Answers as the pressed button says. */
export const action = publicAction(ReplyByLinkSchema, async ({ params: { token = '' }, form }) => {
  const replied = await replyByLink(token, form);
  if (replied.ok) return redirectWith(addressOfReplyLink(token), `reply-${form.answer}`);
  return refuse({ '': replied.reason === 'moved' ? movedMeanwhile : repliesClosed });
});

export default function ReplyLinkPage() {
  const page = useLoaderData<typeof loader>();
  if (page.is !== 'open') return <NothingToReply known={page.is === 'over'} />;
  return <ReplyLinkView {...page} />;
}
