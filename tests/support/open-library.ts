import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (req: IncomingMessage, res: ServerResponse) => void;

const json =
  (body: unknown): Answer =>
  (_, res) =>
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));

const editions: Record<string, unknown> = {
  'ISBN:9781942788331': {
    title: 'Accelerate',
    subtitle: 'Building and Scaling High Performing Technology Organizations',
    authors: [{ name: 'Nicole Forsgren' }, { name: 'Jez Humble' }, { name: 'Gene Kim' }],
    number_of_pages: 257,
  },
};

const works = [
  {
    title: 'Accelerate',
    subtitle: 'Building and Scaling High Performing Technology Organizations',
    author_name: ['Nicole Forsgren', 'Jez Humble', 'Gene Kim'],
    isbn: ['no isbn', '1942788339'],
    number_of_pages_median: 257,
  },
  {
    title: 'Accelerate: Building Strategic Agility for a Faster-Moving World',
    author_name: ['John P. Kotter'],
    isbn: ['9781625271747'],
  },
];

/** A server on this machine that speaks like Open Library, and remembers what it was asked. */
export async function startOpenLibrary() {
  const asked: { url: string; headers: IncomingMessage['headers'] }[] = [];
  let instead: Answer | undefined;
  const server = createServer((req, res) => {
    asked.push({ url: req.url ?? '', headers: req.headers });
    const url = new URL(req.url ?? '/', 'http://library');
    if (instead) instead(req, res);
    else if (url.pathname === '/api/books') {
      const key = url.searchParams.get('bibkeys') ?? '';
      json(key in editions ? { [key]: editions[key] } : {})(req, res);
    } else {
      const known = /accelerate/i.test(url.searchParams.get('q') ?? '');
      json({ numFound: known ? 2 : 0, docs: known ? works : [] })(req, res);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    /** Answers every question so from now on; as a library does without an argument. */
    answer(as?: Answer) {
      instead = as;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
