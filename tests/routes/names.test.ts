import { Parser } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { pathOf } from './paths.ts';
import { makeWorld, type Who } from './world.ts';

const OPERATED = new Set(['a', 'button', 'summary']);

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});

/** What is operated and has a name of its own, with the text one sees on it. */
function named(html: string): { name: string; seen: string }[] {
  const found: { name: string; seen: string }[] = [];
  let open: { tag: string; name: string; seen: string } | undefined;
  let unseen = 0;
  const parser = new Parser({
    onopentag(tag, { 'aria-label': name, class: classes = '' }) {
      if (unseen > 0 || /\bsr-only\b/.test(classes)) unseen++;
      if (OPERATED.has(tag) && name !== undefined) {
        open = { tag, name, seen: '' };
      }
    },
    ontext(text) {
      if (open && unseen === 0) open.seen += text;
    },
    onclosetag(tag) {
      if (unseen > 0) unseen--;
      if (tag !== open?.tag) return;
      found.push({ name: open.name, seen: open.seen });
      open = undefined;
    },
  });
  parser.end(html);
  return found;
}

/** As somebody says it: letters and digits. */
const said = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const pages = Object.values(manifest).flatMap((route) =>
  route?.module.default && route.id !== 'root' ? [route.id] : [],
);

// Who tells a machine to press what they see must be understood (WCAG 2.2, 2.5.3).
test.each<Who>(['visitor', 'member', 'host', 'admin'])(
  'the name of whatever a %s operates contains the text one sees on it',
  async (who) => {
    const cookie = who === 'visitor' ? undefined : await world.cookieOf(who);
    const otherwise = new Set<string>();
    let count = 0;
    for (const id of pages) {
      const path = pathOf(id, (name) =>
        name === 'reading' && id.includes('/wrap/') ? world.wrapped : (world.params[name] ?? '0'),
      );
      for (const { name, seen } of named((await ask(path, { cookie })).body)) {
        count++;
        if (!` ${said(name)} `.includes(` ${said(seen)} `) && said(seen) !== '') {
          otherwise.add(`“${seen.trim()}” is called “${name}”`);
        }
      }
    }
    expect([...otherwise]).toEqual([]);
    expect(count).toBeGreaterThan(0);
  },
);
