import { type UploadHandlerPart, unstable_parseMultipartFormData } from '@remix-run/node';
import { type Entries, unreadable } from './form-entries.server.ts';

export interface UploadedFile {
  /** as the browser gave it, without folders; '' when it gave none */
  name: string;
  /** arrives while it is read. @throws UploadTooLarge */
  data: AsyncIterable<Uint8Array>;
}

/** More came than the server takes for a file: what reads the body throws it. */
export class UploadTooLarge extends Error {}

/** What may come before the file begins: a form's fields and its parts' headers. */
const MOST_BEFORE_FILE = 32 * 1024;
/** The parser takes a chunk apart on the stack, which a large one overflows. */
const PIECE = 16 * 1024;

/** RFC 2046 allows a boundary 70 characters. */
const TYPE = /^multipart\/form-data\s*;\s*boundary=[^"\s;,]{1,70}$/;

/**
 * Reads a posted form with one file as it arrives; nothing is gathered in memory. Fields count when
 * they stand before the file.
 * @param take is given the file of `field` while it comes in
 * @returns what `take` answered; `file: false` when there was no file
 * @throws 415 Response for another kind of body, 400 for a form that no page of ours sends
 */
export async function readUpload<T>(
  request: Request,
  field: string,
  take: (file: UploadedFile, fields: Entries) => Promise<T>,
): Promise<{ file: true; answer: T } | { file: false; fields: Entries }> {
  if (!request.body || !TYPE.test(request.headers.get('Content-Type') ?? '')) {
    throw unreadable('A file is sent as multipart/form-data.', 415);
  }
  const fields: Entries = [];
  let began = false;
  let taken: { file: true; answer: T } | undefined;
  const handle = async ({ name, filename, data }: UploadHandlerPart) => {
    if (filename === undefined) fields.push([name, await textOf(data)]);
    else if (name === field && filename !== '') {
      began = true;
      // Thrown, so that the rest of a file is not read once there is an answer.
      taken = { file: true, answer: await take({ name: filename, data }, fields) };
      throw new Answered();
    } else for await (const _ of data);
    return undefined;
  };
  const body = inPieces(request.body, () => began);
  const { headers } = request;
  try {
    await unstable_parseMultipartFormData(
      new Request(request.url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
      handle,
    );
  } catch (error) {
    if (error instanceof Answered) return taken as { file: true; answer: T };
    // The parser's own words for a body that is no such form.
    if (/^malformed /.test(String((error as Error).message))) {
      throw unreadable('It is cut short, or written in another way.');
    }
    throw error;
  }
  return { file: false, fields };
}

class Answered extends Error {}

/** The body in pieces of a size that the parser bears, and not endless without a file in it. */
function inPieces(body: ReadableStream<Uint8Array>, began: () => boolean) {
  const reader = body.getReader();
  let [chunk, read] = [new Uint8Array(), 0];
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (chunk.length === 0) {
          const next = await reader.read();
          if (next.done) return controller.close();
          chunk = next.value as Uint8Array<ArrayBuffer>;
        }
        if (!began() && read > MOST_BEFORE_FILE) {
          throw unreadable('There is more in it than a file and its fields.');
        }
        read += Math.min(PIECE, chunk.length);
        controller.enqueue(chunk.subarray(0, PIECE));
        chunk = chunk.subarray(PIECE);
      },
      cancel: (why) => reader.cancel(why),
    },
    { highWaterMark: 0 },
  );
}

async function textOf(data: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of data) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
