import { data, type LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import { addressOfHearLink } from '#app/notifications/hearing/addresses.ts';
import { setByLink, undoByLink } from '#app/notifications/hearing/commands/set-by-link.server.ts';
import { HearSchema } from '#app/notifications/hearing/forms.ts';
import styles from '#app/notifications/hearing/hearing.css?url';
import { hearLinkPage } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { isVolume, momentBy } from '#app/notifications/hearing/rules/volumes.ts';
import { HearLinkView, NothingToSet } from '#app/notifications/hearing/views/hear-link-view.tsx';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('How you hear');

export const loader = publicLoader(async ({ params: { token = '' } }) => {
  const page = await hearLinkPage(token);
  return data(page, { status: page ? 200 : 404 });
});

/** Sets what the link is about; `?undo=` takes back what was set then, `?set=` what a thread was. */
export const action = publicAction(HearSchema, async ({ params: { token = '' }, form, url }) => {
  const path = addressOfHearLink(token);
  const { searchParams } = url;
  if (searchParams.has('undo')) {
    const undone = await undoByLink(token, momentBy(searchParams.get('undo')));
    return redirectWith(path, undone.ok ? 'hears-as-before' : 'hears-the-same');
  }
  const again = HearSchema.safeParse(Object.fromEntries(searchParams)).data?.set;
  const done = await setByLink(token, form.set ?? again);
  if (!done.ok || done.before === null) return redirectWith(path, 'hears-the-same');
  const code = isVolume(done.set)
    ? (`hears-${done.set}` as const)
    : (`thread-${done.set}` as const);
  return redirectWith(path, code, `~${token}/${done.before}`);
});

export default function HearPage() {
  const page = useLoaderData<typeof loader>();
  if (!page || page.about === 'nothing') return <NothingToSet known={page !== null} />;
  return <HearLinkView page={page} />;
}
