import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
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
const PIECE = 16 * 1024;

/** RFC 2046 allows a boundary 70 characters. */
const TYPE = /^multipart\/form-data\s*;\s*boundary=[^"\s;,]{1,70}$/;

type Upload<T> = { file: true; answer: T } | { file: false; fields: Entries };

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
): Promise<Upload<T>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!request.body || !TYPE.test(type)) {
    throw unreadable('A file is sent as multipart/form-data.', 415);
  }
  const body = request.body.getReader();
  const parser = new Busboy({
    headers: { 'content-type': type },
    isPartAFile: (_name, _type, fileName) => fileName !== undefined,
  });
  const fields: Entries = [];
  let parts = 0;
  let file: Readable | undefined;
  try {
    return await new Promise<Upload<T>>((resolve, reject) => {
      let failure: unknown;
      // Whoever takes the file hears of it there, and puts away what is kept of it.
      const fail = (error: unknown) => {
        failure ??= error;
        if (file) file.destroy(error as Error);
        else reject(error);
      };
      parser.on('field', (name, value) => {
        parts++;
        fields.push([name, value]);
      });
      parser.on('file', (name, data, fileName) => {
        parts++;
        // Also emitted where nobody reads it.
        data.on('error', () => {});
        if (name === undefined) return fail(unreadable('A field in it has no name.'));
        if (file || name !== field || fileName === '') return void data.resume();
        file = data;
        take({ name: fileName, data }, fields).then(
          (answer) => resolve({ file: true, answer }),
          (error) => reject(failure ?? error),
        );
      });
      parser.on('error', () => fail(unreadable('It is cut short, or written in another way.')));
      parser.on('finish', () => {
        if (parts === 0) fail(unreadable('There is nothing in it.'));
        else if (!file) resolve({ file: false, fields });
      });
      send(body, parser, () => file !== undefined).catch(fail);
    });
  } finally {
    // The rest is not read once there is an answer.
    body.cancel().catch(() => {});
    file?.destroy();
  }
}

/** Hands the body on at the pace at which it is taken, and not endlessly without a file in it. */
async function send(
  body: ReadableStreamDefaultReader<Uint8Array>,
  parser: BusboyInstance,
  began: () => boolean,
): Promise<void> {
  let sent = 0;
  for (;;) {
    const { done, value } = await body.read();
    if (done) break;
    for (let at = 0; at < value.length; at += PIECE) {
      if (!began() && sent > MOST_BEFORE_FILE) {
        throw unreadable('There is more in it than a file and its fields.');
      }
      const piece = Buffer.from(value.subarray(at, at + PIECE));
      sent += piece.length;
      await new Promise<void>((taken) => parser.write(piece, () => taken()));
    }
  }
  parser.end();
}
