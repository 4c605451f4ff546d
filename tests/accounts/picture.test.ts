import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { MOST_PICTURE_BYTES } from '#app/accounts/rules/accounts.ts';
import { as, post, textOf } from '#tests/circles/visits.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

const plain = (width = 640, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#446688' } });

const send = (who: Viewer, bytes: Uint8Array | string, name = 'me.jpg') => {
  const form = new FormData();
  form.append('picture', new File([bytes as BlobPart], name));
  return as(who, '/account/picture', { form });
};

const kept = (who: Viewer) =>
  db
    .selectFrom('person_picture')
    .select(['hash', 'image'])
    .where('person_id', '=', who.personId)
    .executeTakeFirst();

async function withPicture(name: 'Noor' | 'Lena' = 'Noor') {
  const who = await person(name);
  expect((await send(who, await plain().jpeg().toBuffer())).status).toBe(303);
  const { hash } = (await kept(who)) ?? { hash: '' };
  return { who, hash, path: `/people/${who.personId}/pictures/${hash}` };
}

test('a picture is cut square, turned upright, and says nothing of where it was taken', async () => {
  const noor = await person('Noor');
  const [red, blue] = ['#ff0000', '#0000ff'].map((background) =>
    sharp({ create: { width: 300, height: 600, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  const photo = await sharp({
    create: { width: 600, height: 600, channels: 3, background: '#fff' },
  })
    .composite([
      { input: (await red) as Buffer, left: 0, top: 0 },
      { input: (await blue) as Buffer, left: 300, top: 0 },
    ])
    .withExif({
      IFD0: { Make: 'A camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 43/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const before = await sharp(photo).metadata();
  expect(before.exif?.toString('latin1')).toContain('A camera');
  expect(before.orientation).toBe(6);
  expect((await send(noor, photo)).location).toBe('/account');
  const image = (await kept(noor))?.image ?? Buffer.alloc(0);
  const made = await sharp(image).metadata();
  expect(made).toMatchObject({ format: 'webp', width: 320, height: 320 });
  expect([made.exif, made.xmp, made.iptc, made.orientation]).toEqual(Array(4).fill(undefined));
  // Orientation 6 is turned to the right: what was left is above.
  const { data } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const above = data.subarray((20 * 320 + 160) * 3).subarray(0, 3);
  expect(above[0]).toBeGreaterThan(200);
  expect(above[2]).toBeLessThan(60);
});

test('it is shown to those in a circle with its owner, and is nowhere for others', async () => {
  const { who, path, hash } = await withPicture();
  const circle = await circleOf({ members: [who] });
  const people = `/circles/${circle.slug}/people`;
  for (const page of [people, `${people}/${who.personId}`]) {
    expect((await as(circle.host.viewer, page)).body).toContain(`src="${path}"`);
  }
  for (const viewer of [who, circle.host.viewer]) {
    const file = await as(viewer, path);
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Type')).toBe('image/webp');
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(file.headers.get('Cache-Control')).toContain('private');
  }
  const mallory = await person('Mallory');
  await circleOf({ host: mallory });
  expect((await as(mallory, path)).status).toBe(404);
  expect((await as(circle.host.viewer, path.replace(hash, 'f'.repeat(64)))).status).toBe(404);
  expect((await as(circle.host.viewer, `/people/1/pictures/${hash}`)).status).toBe(404);
  await db.deleteFrom('membership').where('person_id', '=', who.personId).execute();
  expect((await as(circle.host.viewer, path)).status).toBe(404);
  expect((await as(who, path)).status).toBe(200);
});

test('another takes its place at another address, and it is removed when asked to', async () => {
  const { who, path } = await withPicture();
  const other = await plain(300, 300).tint('#aa0000').png().toBuffer();
  expect((await send(who, other, 'me.png')).status).toBe(303);
  const { hash } = (await kept(who)) ?? {};
  expect((await as(who, path)).status).toBe(404);
  expect((await as(who, '/account')).body).toContain(`/pictures/${hash}`);
  expect(textOf(await as(who, '/account/picture/removal'))).toContain('Remove your picture?');
  expect((await post(who, '/account/picture/removal')).location).toBe('/account');
  expect(await kept(who)).toBe(undefined);
  expect((await as(who, '/account')).body).not.toContain('/pictures/');
});

/** A few bytes that say they are 60000 by 60000 pixels. */
async function bomb(): Promise<Buffer> {
  const png = await plain(8, 8).png().toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
  [
    'a drawing',
    () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    'drawing (SVG)',
  ],
  ['what an iPhone takes', () => `\0\0\0\x18ftypheic${'\0'.repeat(64)}`, 'HEIC picture'],
  ['text by another name', () => 'This is no picture.', 'opened as a picture'],
  ['half a picture', async () => (await plain().jpeg().toBuffer()).subarray(0, 900), 'opened as a'],
  ['an empty file', () => '', 'This file is empty.'],
  ['a small file of endless size', bomb, 'too large to be opened'],
  ['a large file', () => new Uint8Array(MOST_PICTURE_BYTES + 1), 'larger than 15 MB'],
])('%s is answered kindly, and the picture there was stays', async (_, bytes, words) => {
  const { who, hash } = await withPicture('Lena');
  const page = await send(who, await bytes());
  expect(page.status).toBe(422);
  expect(textOf(page)).toContain(words);
  expect((await kept(who))?.hash).toBe(hash);
});

test.each(['png', 'webp', 'gif', 'avif'] as const)(
  'a %s is taken, whatever its name',
  async (format) => {
    const noor = await person('Noor');
    expect((await send(noor, await plain()[format]().toBuffer(), 'me.txt')).status).toBe(303);
    expect((await sharp((await kept(noor))?.image).metadata()).format).toBe('webp');
  },
);

test('of one that moves its first image is taken', async () => {
  const noor = await person('Noor');
  const frames = ['#00ff00', '#ff0000'].map((background) => ({
    create: { width: 40, height: 40, channels: 3 as const, background },
  }));
  const pngs = await Promise.all(frames.map((create) => sharp(create).png().toBuffer()));
  const moving = await sharp(pngs, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
  expect((await send(noor, moving)).status).toBe(303);
  const made = sharp((await kept(noor))?.image);
  expect((await made.metadata()).pages ?? 1).toBe(1);
  expect((await made.stats()).dominant).toMatchObject({ r: 8, b: 8 });
});

test('trying again and again is stopped, with when to go on', async () => {
  const noor = await person('Noor');
  let last = await send(noor, 'x');
  for (let n = 1; n < 21; n++) last = await send(noor, 'x');
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0);
});
