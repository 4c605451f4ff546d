/**
 * The servers Octavo is measured against: the markup of its own pages, written by bare node:http (a
 * constant) and by bare React (node:http, pg, renderToString: every element made anew for each
 * request, no router, no framework), and the rows of its own writes in one transaction each.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { renderToString } from 'react-dom/server';
import { announce } from '../announce.ts';
import type { Query } from '../pages/page.ts';
import { type Data, template } from './template.ts';
import { transactions } from './transactions.ts';

/** A page that is served as bare React, and what it says. */
export interface BarePage {
  path: string;
  /** the page of Octavo whose markup it has */
  from: { url: string; cookie: string };
  content: Query[];
}

const pages = JSON.parse(process.env.PAGES ?? '[]') as BarePage[];
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const served = new Map(
  await Promise.all(pages.map(async (page) => [page.path, await take(page)] as const)),
);

async function take({ from, content }: BarePage) {
  const answer = await fetch(from.url, { headers: { cookie: from.cookie } });
  if (answer.status !== 200) throw new Error(`${from.url} answered ${answer.status}`);
  const whole = (await answer.text()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  const bodyAt = whole.indexOf('<body');
  const make = template(whole.slice(bodyAt).replace(/<\/?(body|html)[^>]*>/g, ''));
  return { head: whole.slice(0, bodyAt), make, content, whole: Buffer.from(whole) };
}

const server = createServer(async (req, res) => {
  const [path = '', kind] = (req.url ?? '').split('?');
  const transaction = transactions.get(path);
  if (transaction) {
    const location = await transaction(pool, await formOf(req));
    res.writeHead(303, { Location: location }).end();
    return;
  }
  const page = served.get(path);
  if (!page) {
    res.writeHead(404).end();
    return;
  }
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (kind === 'html') {
    res.end(page.whole);
    return;
  }
  const token = (req.headers.cookie ?? '').split('=')[1] ?? '';
  const { rows: people } = await pool.query(
    `select p.id, p.name, m.role from sign_in s join person p on p.id = s.person_id
     join membership m on m.person_id = p.id where s.token_hash = $1`,
    [createHash('sha256').update(token).digest('hex')],
  );
  const data: Data = { notes: [], sections: [] };
  for (const { text, values, fills } of page.content) {
    const { rows } = await pool.query(text, values);
    if (fills) data[fills] = rows;
  }
  const body = people.length > 0 ? renderToString(page.make(data)) : '';
  res.end(`${page.head}<body>${body}</body></html>`);
});
server.listen(0, '127.0.0.1', () => announce(server.address()));

async function formOf(req: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece as Buffer);
  return new URLSearchParams(Buffer.concat(pieces).toString());
}
