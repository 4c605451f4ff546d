import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { APART } from '#app/mentoring/addresses.ts';
import { keepApart } from '#app/mentoring/apart/commands/keep-apart.server.ts';
import { KeepApartSchema } from '#app/mentoring/apart/forms.ts';
import { apartPage } from '#app/mentoring/apart/queries/apart-page.server.ts';
import { ApartView } from '#app/mentoring/apart/views/apart-view.tsx';
import { keepApartRefusal } from '#app/mentoring/apart/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Keep apart');

export const loader = viewerLoader(({ viewer }) => apartPage(viewer));

export const action = viewerAction(KeepApartSchema, async ({ viewer, form }) => {
  const { person: personId, address } = form;
  const kept = await keepApart(viewer, { personId, address: address === '' ? null : address });
  return kept.ok ? redirectWith(APART, 'kept-apart') : refuse(keepApartRefusal(kept.reason));
});

export default function ApartPage() {
  return <ApartView {...useLoaderData<typeof loader>()} />;
}
