import { useLoaderData } from '@remix-run/react';
import { viewerLoader, viewerUpload } from '#app/access/gates.server.ts';
import { savePicture } from '#app/accounts/pictures/commands/save-picture.server.ts';
import { ownPicture } from '#app/accounts/pictures/queries/picture.server.ts';
import { PictureView } from '#app/accounts/pictures/views/picture-view.tsx';
import { pictureRefusal } from '#app/accounts/words.ts';
import { EmptySchema, refuse, refuseFor } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Your picture');

export const loader = viewerLoader(async ({ viewer }) => ({
  id: viewer.personId,
  name: viewer.name,
  hash: await ownPicture(viewer),
}));

const field = { name: 'picture', missing: 'Choose a picture first.' };

export const action = viewerUpload(EmptySchema, field, async ({ viewer, file }) => {
  const saved = await savePicture(viewer, file);
  if (saved.ok) return redirectWith('/account', 'picture-saved');
  if (saved.reason === 'limited') return refuseFor(saved.retryAfter);
  return refuse(pictureRefusal(saved.reason));
});

export default function Picture() {
  return <PictureView {...useLoaderData<typeof loader>()} />;
}
