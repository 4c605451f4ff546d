import { useActionData, useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { found, membershipEnded, notFound } from '#app/access/refusals.server.ts';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { whyNot } from '#app/discussions/words.ts';
import { markRead } from '#app/notifications/inbox/commands/mark-read.server.ts';
import { refuse, refusedWith } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { readingOf } from '#app/reading/queries/readings.server.ts';
import { addressOfWrap } from '#app/seasons/addresses.ts';
import {
  type StandingTakeaway,
  writeTakeaway,
} from '#app/seasons/commands/write-takeaway.server.ts';
import { TakeawaySchema } from '#app/seasons/forms.ts';
import { wrapPage } from '#app/seasons/queries/wrap.server.ts';
import { WrapView } from '#app/seasons/views/wrap-page.tsx';
import { readingGoesOn } from '#app/seasons/words.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('What we took from it');

export const loader = memberLoader(async ({ member, viewer, id, url, peek }) => {
  const [reading] = await Promise.all([
    readingOf(member, id('reading')).then(found),
    markRead({ viewer, peek }, member.circle.slug, [`wrap:${id('reading')}`]),
  ]);
  return {
    circle: member.circle.slug,
    home: addressOfCircle(member.circle.slug),
    readingId: reading.id,
    book: reading.book.title,
    me: member.viewer.name,
    myId: member.personId,
    role: member.role,
    wrap: await wrapPage(member, reading),
    writing: url.searchParams.has('write'),
  };
});

export const action = memberAction(TakeawaySchema, async ({ member, form, id, viewer }) => {
  const readingId = id('reading');
  const written = await writeTakeaway(member, readingId, form);
  const { slug } = member.circle;
  if (written.ok) return redirectWith(addressOfWrap(slug, readingId), 'takeaway-saved');
  if (written.reason === 'not-member') throw (await membershipEnded(viewer, slug)) ?? notFound();
  if (written.reason === 'no-wrap') {
    found(await readingOf(member, readingId));
    return refuse({
      body: readingGoesOn,
    });
  }
  if (written.reason !== 'changed') return refuse({ body: whyNot(written.reason) });
  return refusedWith({ body: form.body }, {}, { theirs: written.theirs });
});

export default function Wrap() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as { form?: unknown; theirs?: StandingTakeaway } | undefined;
  return (
    <WrapView
      {...page}
      writing={page.writing || reply?.form !== undefined}
      theirs={reply?.theirs}
    />
  );
}
