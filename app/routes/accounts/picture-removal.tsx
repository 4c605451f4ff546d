import { redirect } from '@remix-run/node';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { PictureRemovalSchema } from '#app/accounts/forms.ts';
import { removePicture } from '#app/accounts/pictures/commands/save-picture.server.ts';
import { ownPicture } from '#app/accounts/pictures/queries/picture.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Asking } from '#app/ui/forms/asking.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Remove your picture');

export const loader = viewerLoader(async ({ viewer }) => {
  if (!(await ownPicture(viewer))) throw redirect('/account');
  return null;
});

export const action = viewerAction(PictureRemovalSchema, async ({ viewer }) => {
  await removePicture(viewer);
  return redirectWith('/account', 'picture-removed');
});

export default function RemovePicture() {
  return (
    <Asking
      title="Remove your picture?"
      yes="Remove it"
      danger
      back={{ to: '/account/picture', label: 'Keep it' }}
    >
      Your initials stand in its place. It is deleted here; backups made before still hold it.
    </Asking>
  );
}
