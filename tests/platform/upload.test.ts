import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUpload, UploadTooLarge } from '#app/platform/forms/upload.server.ts';

const B = 'XXboundaryXX';
const head = (disposition: string) =>
  `--${B}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
const field = (name: string, value: string) => `${head(`name="${name}"`)}${value}\r\n`;
const FILE = head('name="file"; filename="library.csv"');
const END = `\r\n--${B}--\r\n`;

/** A request whose body comes in these pieces; one that is an error breaks it off. */
function request(pieces: Iterable<Uint8Array | string | Error>) {
  const left = pieces[Symbol.iterator]();
  const seen = { read: 0, left: false };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await turn();
        const { done, value } = left.next();
        if (done) return controller.close();
        if (value instanceof Error) return controller.error(value);
        seen.read++;
        controller.enqueue(Buffer.from(value as Uint8Array));
      },
      cancel: () => {
        seen.left = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = {
    ...{ method: 'POST', body, duplex: 'half' },
    headers: { 'Content-Type': `multipart/form-data; boundary=${B}` },
  };
  return { seen, request: new Request('http://localhost/', init as RequestInit) };
}

const whole = async (data: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of data) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const status = (error: unknown) => (error instanceof Response ? error.status : error);

test('a file arrives byte for byte, however it is cut and whatever it looks like', async () => {
  const lookalike = fc.constantFrom('\r\n--', `\r\n--${B.slice(0, -1)}`, `--${B}`, '\r', '\n', '-');
  const content = fc
    .array(fc.oneof(lookalike, fc.uint8Array({ maxLength: 200 })), { maxLength: 30 })
    .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .filter((bytes) => !bytes.includes(`\r\n--${B}`) && !`\r\n${bytes}`.includes(`\r\n--${B}`));
  const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(content, cuts, async (bytes, sizes) => {
      const sent = Buffer.concat([
        Buffer.from(field('key', 'Bücher') + FILE),
        bytes,
        Buffer.from(END),
      ]);
      const pieces: Uint8Array[] = [];
      for (let [at, n] = [0, 0]; at < sent.length; at += sizes[n++ % sizes.length] ?? 1) {
        pieces.push(sent.subarray(at, at + (sizes[n % sizes.length] ?? 1)));
      }
      const upload = await readUpload(request(pieces).request, 'file', async (file, fields) => ({
        ...{ fields: [...fields], name: file.name },
        bytes: await whole(file.data),
      }));
      expect(upload).toEqual({
        file: true,
        answer: { fields: [['key', 'Bücher']], name: 'library.csv', bytes },
      });
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['"Bücher – Noor.csv"', 'Bücher – Noor.csv'],
  ['"C:\\fakepath\\library.csv"', 'library.csv'],
  ['"../../library.csv"', 'library.csv'],
])('a file named %s is called %s', async (written, name) => {
  const sent = request([head(`name="file"; filename=${written}`), 'x', END]);
  const upload = await readUpload(sent.request, 'file', async (file) => {
    await whole(file.data);
    return file.name;
  });
  expect(upload).toEqual({ file: true, answer: name });
});

test('no more is read than who takes it asks for, and nothing once it has answered', async () => {
  function* endless() {
    yield FILE;
    for (;;) yield Buffer.alloc(64 * 1024, 'x');
  }
  const sent = request(endless());
  const upload = await readUpload(sent.request, 'file', async ({ data }) => {
    for await (const chunk of data) {
      const before = sent.seen.read;
      for (let turns = 0; turns < 50; turns++) await turn();
      // What a stream or two hold between us.
      expect(sent.seen.read - before).toBeLessThanOrEqual(2);
      return chunk.length;
    }
    return 0;
  });
  expect(upload.file).toBe(true);
  await expect.poll(() => sent.seen.left).toBe(true);
  expect(sent.seen.read).toBeLessThan(6);
});

test.each<[string, (string | Error)[], unknown]>([
  ['ends in the middle', [FILE, 'half of it'], 400],
  ['ends before its file', [FILE.slice(0, -4)], 400],
  ['is too large', [FILE, 'half of it', new UploadTooLarge()], expect.any(UploadTooLarge)],
  ['breaks off', [FILE, 'half of it', new Error('gone')], new Error('gone')],
  ['breaks off early', [new Error('gone')], new Error('gone')],
])('a body that %s fails where the file is read, and the whole of it', async (_, pieces, why) => {
  let heard: unknown;
  const sent = request(pieces);
  const upload = readUpload(sent.request, 'file', ({ data }) =>
    whole(data).catch((error) => {
      heard = error;
      throw error;
    }),
  );
  expect(await upload.catch(status)).toEqual(why);
  if (pieces.length > 1) expect(heard).toBeDefined();
});

test('the refusal of who takes it is the answer, also when the rest breaks off', async () => {
  const sent = request([FILE, 'x', new Error('gone')]);
  const refusal = readUpload(sent.request, 'file', async () => {
    throw new Error('not today');
  });
  await expect(refusal).rejects.toThrow('not today');
});

test('a second file, and another field’s, are passed over', async () => {
  const other = `${head('name="other"; filename="a"')}first\r\n`;
  const sent = request([other, FILE, 'mine', `\r\n${FILE}`, 'second', END]);
  const upload = await readUpload(sent.request, 'file', async ({ data }) => `${await whole(data)}`);
  expect(upload).toEqual({ file: true, answer: 'mine' });
});
