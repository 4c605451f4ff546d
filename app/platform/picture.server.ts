/** Pictures that people send: what they are, and one made anew of them. */

/** What a file is, by its first bytes: its name and type are what its sender says. */
type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'svg' | 'other';

const HEIC = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/;

function pictureKind(bytes: Buffer): PictureKind {
  const text = bytes.subarray(0, 512).toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n')) return 'png';
  if (text.startsWith('GIF8')) return 'gif';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (text.startsWith('ftypavif', 4)) return 'avif';
  if (text.startsWith('ftyp', 4) && HEIC.test(text.slice(8))) return 'heic';
  return /<svg[\s>]/i.test(text) ? 'svg' : 'other';
}

const SIDE = 320;
/** Pixels that are decoded at most: a small file can claim to be an enormous picture. */
const MOST_PIXELS = 60_000_000;
const MOST_SECONDS = 15;

export type Squared =
  | { ok: true; webp: Buffer }
  | { ok: false; reason: 'heic' | 'svg' | 'not-a-picture' | 'too-many-pixels' };

/**
 * A square WebP of the middle of a picture, upright, of its first image when it moves. Nothing else of
 * the file is in it: neither where nor with what it was taken.
 */
export async function squared(bytes: Buffer): Promise<Squared> {
  const kind = pictureKind(bytes);
  if (kind === 'heic' || kind === 'svg') return { ok: false, reason: kind };
  if (kind === 'other') return { ok: false, reason: 'not-a-picture' };
  // Loaded with the first picture: it is large, and most visits need none.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const webp = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover' })
      .timeout({ seconds: MOST_SECONDS })
      .webp({ quality: 82 })
      .toBuffer();
    return { ok: true, webp };
  } catch (error) {
    const tooMany = /pixel limit|timeout/i.test(String(error));
    return { ok: false, reason: tooMany ? 'too-many-pixels' : 'not-a-picture' };
  }
}
