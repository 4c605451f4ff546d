/**
 * The servers Octavo is measured against: the thread page's own markup, written by bare node:http
 * (a constant) and by bare React (node:http, pg, renderToString; the same queries' worth of data,
 * every element made anew for each request, no router, no framework).
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { Parser } from 'htmlparser2';
import pg from 'pg';
import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { announce } from './announce.ts';

const { PAGE, PAGE_COOKIE, DATABASE_URL, THREAD } = process.env as Record<string, string>;

interface Data {
  notes: { body_html: string }[];
  sections: { label: string; title: string }[];
}

type Make = (data: Data) => ReactNode;

/** A function that makes the page's elements from the notes' HTML and the names of the sections. */
function template(html: string): Make {
  interface Open {
    tag: string;
    props: Record<string, unknown>;
    children: Make[];
  }
  const root: Open = { tag: 'body', props: {}, children: [] };
  const open: Open[] = [root];
  let noteDepth = 0;
  let nextNote = 0;
  let nextSection = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (noteDepth > 0) {
        noteDepth += 1;
        return;
      }
      const { class: className, for: htmlFor, style: _, ...rest } = attributes;
      const props: Record<string, unknown> = { ...rest };
      if (className) props.className = className;
      if (htmlFor) props.htmlFor = htmlFor;
      for (const name of Object.keys(props)) if (name.includes(':')) delete props[name];
      open.push({ tag, props, children: [] });
      if (attributes.class?.split(' ').includes('prose')) noteDepth = 1;
    },
    ontext(text) {
      if (noteDepth > 0) return;
      const isSection =
        open.at(-1)?.tag === 'option' && /^\d+$/.test(`${open.at(-1)?.props.value}`);
      const at = isSection ? nextSection++ : -1;
      open.at(-1)?.children.push(({ sections }) => {
        const section = sections[at];
        return section ? `Chapter ${section.label}: ${section.title}` : text;
      });
    },
    onclosetag(tag) {
      if (noteDepth > 1) {
        noteDepth -= 1;
        return;
      }
      const { props, children } = open.pop() ?? root;
      const parent = open.at(-1) ?? root;
      if (tag === 'script') return;
      if (noteDepth === 1) {
        noteDepth = 0;
        const at = nextNote++;
        parent.children.push(({ notes }) =>
          createElement(tag, {
            ...props,
            dangerouslySetInnerHTML: { __html: notes[at]?.body_html ?? '' },
          }),
        );
        return;
      }
      parent.children.push((data) =>
        createElement(tag, { ...props }, ...children.map((child) => child(data))),
      );
    },
  });
  parser.write(html);
  parser.end();
  return (data) => createElement('div', null, ...root.children.map((child) => child(data)));
}

const page = await (await fetch(PAGE ?? '', { headers: { cookie: PAGE_COOKIE ?? '' } })).text();
const whole = page.replace(/<script\b[\s\S]*?<\/script>/g, '');
const head = whole.slice(0, whole.indexOf('<body'));
const make = template(whole.slice(whole.indexOf('<body')).replace(/<\/?(body|html)[^>]*>/g, ''));
const constant = Buffer.from(whole);
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

const server = createServer(async (req, res) => {
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (req.url === '/html') {
    res.end(constant);
    return;
  }
  const token = (req.headers.cookie ?? '').split('=')[1] ?? '';
  const { rows: people } = await pool.query(
    `select p.id, p.name, m.role from sign_in s join person p on p.id = s.person_id
     join membership m on m.person_id = p.id where s.token_hash = $1`,
    [createHash('sha256').update(token).digest('hex')],
  );
  const { rows: notes } = await pool.query(
    `select n.id, n.body_html, n.quote, n.quote_page, n.posted_at, p.name, t.title
     from thread t join note n on n.thread_id = t.id and n.circle_id = t.circle_id
     join person p on p.id = n.author_id
     where t.circle_id = 1 and t.id = $1 order by n.id limit 21`,
    [THREAD],
  );
  // What a note may be about: without it the page would not show the same content.
  const { rows: sections } = await pool.query(
    `select s.id, s.label, s.title from reading r join section s on s.book_id = r.book_id
     where r.circle_id = 1 and r.ends_on >= current_date order by s.position`,
  );
  const body = people.length === 1 ? renderToString(make({ notes, sections })) : '';
  res.end(`${head}<body>${body}</body></html>`);
});
server.listen(0, '127.0.0.1', () => announce(server.address()));
