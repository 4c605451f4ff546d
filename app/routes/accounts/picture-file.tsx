import { viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { pictureOf } from '#app/accounts/pictures/queries/picture.server.ts';

export const loader = viewerLoader(async ({ viewer, id, params }) => {
  const image = found(await pictureOf(viewer, id('person'), params.hash ?? ''));
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': 'inline',
      // Another picture has another address. Kept by this browser alone.
      'Cache-Control': 'private, max-age=604800, immutable',
    },
  });
});
