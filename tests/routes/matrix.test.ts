import { beforeAll, describe, expect, test } from 'vitest';
import { type Gate, gateOf } from '#app/access/gate-makers.server.ts';
import { ask } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { matrix } from './matrix.ts';
import { pathOf, variants } from './paths.ts';
import { BETWEEN, CANARY, everyone, HANDED, KEPT, makeWorld, OWN, type Who } from './world.ts';

/** Who passes each gate. Everyone else but a visitor gets the 404 of a page that does not exist. */
const passes: Record<Gate, Who[]> = {
  public: everyone,
  viewer: everyone.filter((who) => who !== 'visitor'),
  admin: ['admin'],
  member: ['member', 'blocked', 'facilitator', 'host'],
  facilitator: ['facilitator', 'host'],
  host: ['host'],
  // The session is one member’s to run, and its notes are theirs to take.
  scribe: ['blocked', 'facilitator', 'host'],
  runner: ['blocked', 'facilitator', 'host'],
  // What is between two people is nobody’s by their role.
  asker: ['member'],
  'ask-reader': ['member', 'facilitator'],
  partner: ['member', 'facilitator'],
};

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});

const routes = Object.values(manifest).flatMap((route) => (route ? [route] : []));
const kinds = [
  ['GET', 'loader'],
  ['POST', 'action'],
] as const;

function pathTo(id: string): string {
  return pathOf(id, (name) => {
    if (name === 'person' && id.startsWith('routes/site/')) return world.bystander;
    if (id === 'routes/shelves/return') return world.takenOff;
    if (name === 'reading' && id.includes('/wrap/')) return world.wrapped;
    return world.params[name];
  });
}

describe.each(routes.map((route) => [route.id, route] as const))('%s', (id, route) => {
  test('has a row in the table, which names its gates', () => {
    const row = matrix[id];
    expect(row, `add ${id} to tests/routes/matrix.ts`).toBeDefined();
    for (const [method, kind] of kinds) expect(gateOf(route.module[kind])).toBe(row?.[method]);
  });

  for (const [method, kind] of kinds) {
    const gate = gateOf(route.module[kind]);
    if (!gate || gate === 'public' || id === 'root') continue;
    test.each(everyone)(`${method} as %s`, async (who) => {
      const form = method === 'POST' ? {} : undefined;
      const asIndex = route.index && method === 'POST' ? '?index' : '';
      let cookie: string | undefined;
      for (const path of variants(id, pathTo(id))) {
        // What is written may sign them out; what is read may not.
        if (form || !cookie) cookie = await world.cookieOf(who);
        const answer = await ask(path + asIndex, { cookie, form });
        if (!passes.partner.includes(who)) expect(answer.body).not.toContain(BETWEEN);
        if (who !== 'member') expect(answer.body).not.toContain(KEPT);
        if (who !== 'member' && who !== 'host') expect(answer.body).not.toContain(HANDED);
        if (who !== 'member') expect(answer.body).not.toContain(OWN);
        const found = matrix[id]?.finds?.includes(who) ?? true;
        if (passes[gate].includes(who) && !found) {
          // A form that does not fit is refused before anything is looked for.
          expect(method === 'POST' ? [404, 422] : [404], path).toContain(answer.status);
          if (!passes.member.includes(who)) expect(answer.body).not.toContain(CANARY);
        } else if (passes[gate].includes(who)) {
          expect([404, 405, 500], `${path} as ${who}`).not.toContain(answer.status);
          expect(answer.location ?? '').not.toMatch(/^\/sign-in\?to=/);
        } else if (who === 'visitor') {
          expect(
            `${answer.location} ${answer.body} ${answer.headers.get('X-Remix-Redirect')}`,
          ).toContain('/sign-in');
          expect(answer.body).not.toContain(CANARY);
        } else {
          expect(answer.status, `${path} as ${who}`).toBe(404);
          // Only someone who was a member may know the name of the circle they left.
          if (who !== 'former' && !passes.member.includes(who)) {
            expect(answer.body).not.toContain(CANARY);
          }
        }
      }
    });
  }
});

test.each(everyone)('the old data requests (?_data=) answer nothing to a %s', async (who) => {
  for (const { id, module } of routes.filter(({ module }) => module.loader)) {
    for (const form of module.action ? [undefined, {}] : [undefined]) {
      const answer = await ask(`${pathTo(id)}?_data=${encodeURIComponent(id)}`, {
        cookie: await world.cookieOf(who),
        form,
      });
      expect(answer).toMatchObject({ status: 404, body: '' });
    }
  }
});

test('the table has no row for a route that is gone', () => {
  expect(Object.keys(matrix).filter((id) => !manifest[id])).toEqual([]);
});

test.each(['stranger', 'admin'] as const)(
  'to a %s, a circle they are not in is like none',
  async (who) => {
    const cookie = await world.cookieOf(who);
    const real = await ask(`/circles/${world.params.circle}`, { cookie });
    const none = await ask('/circles/no-such-circle-x2f4q', { cookie });
    expect(real.status).toBe(404);
    const shown = (body: string) =>
      body.replaceAll(String(world.params.circle), 'X').replaceAll('no-such-circle-x2f4q', 'X');
    expect(shown(real.body)).toBe(shown(none.body));
  },
);
