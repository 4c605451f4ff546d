import { type UploadHandlerPart, unstable_parseMultipartFormData } from '@remix-run/node';

export interface UploadedFile {
  /** as the browser gave it, without folders; '' when it gave none */
  name: string;
  /** arrives while it is read. @throws UploadTooLarge */
  data: AsyncIterable<Uint8Array>;
}

/** More came than the server takes for a file: what reads the body throws it. */
export class UploadTooLarge extends Error {}

const MOST_FIELD = 4_000;

/**
 * Reads a posted form with one file as it arrives; nothing is gathered in memory. Fields count when
 * they stand before the file.
 * @param take is given the file of `field` while it comes in
 * @returns what `take` answered; `file: false` when there was no file, or no such form
 */
export async function readUpload<T>(
  request: Request,
  field: string,
  take: (file: UploadedFile, fields: Record<string, string>) => Promise<T>,
): Promise<{ file: true; answer: T } | { file: false; fields: Record<string, string> }> {
  const fields: Record<string, string> = {};
  let taken: { file: true; answer: T } | undefined;
  const handle = async ({ name, filename, data }: UploadHandlerPart) => {
    if (filename === undefined) fields[name] = await shortText(data);
    else if (name === field && filename !== '' && !taken) {
      // Thrown, so that the rest of a file is not read once there is an answer.
      taken = { file: true, answer: await take({ name: filename, data }, fields) };
      throw new Answered();
    } else for await (const _ of data);
    return undefined;
  };
  try {
    await unstable_parseMultipartFormData(request, handle);
  } catch (error) {
    if (!(error instanceof Answered)) {
      // The parser's own words for a body that is no such form.
      if (error instanceof TypeError || /^malformed /.test(String((error as Error).message))) {
        return { file: false, fields };
      }
      throw error;
    }
  }
  return taken ?? { file: false, fields };
}

class Answered extends Error {}

async function shortText(data: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of data) {
    size += chunk.length;
    if (size <= MOST_FIELD) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
