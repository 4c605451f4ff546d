import { Parser } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import { gateOf } from '#app/access/gate-makers.server.ts';
import { ask } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { db } from '#tests/support/set-up.ts';
import { formsOf } from './page-forms.ts';
import { pathOf } from './paths.ts';
import { makeWorld, type Who } from './world.ts';

/** What is done in a circle that is archived, all the same. */
const DONE = /\/(archiving|reopening|leave|threads\/marking|people\/\d+\/host)$/;
/** Pages that hold a form beside much that is read. */
const READ =
  /^\/circles\/[^/]+(\/agreement|\/settings|\/invitations|\/people\/\d+|\/threads\/\d+|\/reading\/\d+\/wrap|\/choosing\/\d+|\/polls\/\d+|\/sessions\/\d+\/duties)?$/;

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
  const circle = await db
    .selectFrom('circle')
    .select('id')
    .where('slug', '=', String(world.params.circle))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('circle_archive')
    .values({ circle_id: circle.id, by_person_id: world.people.host.personId })
    .execute();
});

const at = (id: string) =>
  pathOf(id, (name) =>
    name === 'reading' && id.includes('/wrap/') ? world.wrapped : world.params[name],
  );

/** Routes of the circle that write, by the shape of their address. */
const writing = Object.values(manifest).flatMap((route) =>
  route &&
  ['member', 'facilitator', 'host', 'scribe', 'runner'].includes(gateOf(route.module.action) ?? '')
    ? [route.id]
    : [],
);
const isWriting = (path: string) =>
  writing.some((id) => new RegExp(`^${pathOf(id, () => '[^/]+')}$`).test(path));

function linksOf(html: string): string[] {
  const links: string[] = [];
  const parser = new Parser({
    onopentag(tag, { href }) {
      if (tag === 'a' && href?.startsWith('/circles/')) links.push(href.replace(/[?#].*$/, ''));
    },
  });
  parser.end(html);
  return links;
}

test.each(['host', 'facilitator', 'member'] as Who[])(
  'nothing on a page of a circle that is archived leads the %s to a refusal',
  async (who) => {
    const refused = new Set<string>();
    for (const route of Object.values(manifest)) {
      if (!route?.path?.startsWith('circles/:circle') || !route.module.default) continue;
      const gate = gateOf(route.module.loader);
      const mine = {
        host: ['member', 'facilitator', 'host', 'scribe', 'runner'],
        facilitator: ['member', 'facilitator', 'scribe', 'runner'],
      }[who as string] ?? ['member'];
      if (!gate || !mine.includes(gate)) continue;
      const path = at(route.id);
      // Nothing leads there.
      if (isWriting(path) && !READ.test(path)) continue;
      const { body, status } = await ask(path, { cookie: await world.cookieOf(who) });
      if (status !== 200) continue;
      for (const { action, buttons } of formsOf(body, path)) {
        if (buttons.length === 0) continue;
        const to = action.replace(/[?#].*$/, '');
        if (isWriting(to) && !DONE.test(to)) refused.add(`${route.id}: form ${to}`);
      }
      for (const to of linksOf(body)) {
        if (isWriting(to) && !DONE.test(to) && !READ.test(to))
          refused.add(`${route.id}: link ${to}`);
      }
    }
    expect([...refused]).toEqual([]);
  },
  180_000,
);
