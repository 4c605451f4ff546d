import { useLoaderData } from '@remix-run/react';
import { memberAction, memberLoader } from '#app/access/gates.server.ts';
import { whyNot } from '#app/discussions/words.ts';
import { addressOfBoard } from '#app/mentoring/addresses.ts';
import styles from '#app/mentoring/mentoring.css?url';
import { addressOfOneTold } from '#app/mentoring/told/addresses.ts';
import { writeTold } from '#app/mentoring/told/commands/write-told.server.ts';
import { ToldSchema } from '#app/mentoring/told/forms.ts';
import { toldPreview } from '#app/mentoring/told/queries/told-preview.server.ts';
import { placeOfNewTold } from '#app/mentoring/told/rules/told.ts';
import { NewToldForm } from '#app/mentoring/told/views/told-form.tsx';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Share something you were told');

export const loader = memberLoader(({ member, url }) => {
  const { slug } = member.circle;
  return {
    me: member.personId,
    place: placeOfNewTold(slug),
    submissionKey: crypto.randomUUID(),
    opening: member.role === 'host' && url.searchParams.has('opening'),
    back: addressOfBoard(slug),
  };
});

export const action = memberAction(ToldSchema, async ({ member, form }) => {
  if (form.preview) return toldPreview(form);
  const written = await writeTold(member, form);
  if (!written.ok) return refuse({ [written.field]: whyNot(written.reason) });
  const { slug } = member.circle;
  return redirectWith(
    form.opening ? addressOfBoard(slug) : addressOfOneTold(slug, written.toldId),
    'told-shared',
  );
});

export default function NewTold() {
  const page = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        title="What I was told, what I’ll do"
        lede="Advice, or an honest word, and one thing you’ll do with it. Everybody in the circle reads it."
      />
      <NewToldForm {...page} />
    </Page>
  );
}
