import { randomUUID } from 'node:crypto';
import fc, { type GeneratorValue } from 'fast-check';
import { expect, test } from 'vitest';
import { formOf, gateOf } from '#app/access/gate-makers.server.ts';
import { ask } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { matrix } from './matrix.ts';
import { pathOf, variants } from './paths.ts';
import { odd, plausible } from './plausible.ts';
import { makeWorld, type Who } from './world.ts';

/**
 * Whatever is asked of any route, by somebody who may ask it, is answered without a fault of ours.
 * Found something: FUZZ_SEED repeats a run, FUZZ_RUNS makes it longer.
 */
const seed = Number(process.env.FUZZ_SEED ?? 20261127);
const numRuns = Number(process.env.FUZZ_RUNS ?? 200);

const LIMIT = 60_000 + 100 * numRuns;

type World = Awaited<ReturnType<typeof makeWorld>>;

const routes = Object.values(manifest).flatMap((route) => (route ? [route] : []));
const withForm = routes.filter(({ module }) => formOf(module.action));

/** Somebody who passes, and finds something there. */
function whoFor(id: string, handler: unknown): Who {
  const gate = gateOf(handler);
  if (gate === 'admin') return 'admin';
  if (gate === 'asker' || gate === 'partner' || /notes|leave/.test(id)) return 'member';
  if (gate === 'ask-reader') return 'facilitator';
  const finds = matrix[id]?.finds?.[0];
  if (finds) return finds;
  return gate === 'viewer' ? 'member' : gate === 'public' ? 'visitor' : 'host';
}

function paramsOf(world: World, id: string): Record<string, string | number> {
  const own: Record<string, string | number> = {};
  if (id.startsWith('routes/site/')) own.person = world.bystander;
  if (id === 'routes/shelves/return') own.entry = world.takenOff;
  if (id.includes('/wrap/')) own.reading = world.wrapped;
  if (id === 'routes/books/catalogue') own.book = randomUUID();
  own.version = id.endsWith('/new') ? '' : 1;
  return { ...world.params, ...own };
}

/** What one run asked, and what came of it. What was done to the world shows in the next. */
async function fuzz(run: (g: GeneratorValue, world: World) => Promise<[string, number]>) {
  let world = await makeWorld();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      if (++asked % 40 === 0) world = await makeWorld();
      const [what, status] = await run(g, world);
      expect(status, what).toBeLessThan(500);
    }),
    { seed, numRuns, endOnFailure: true },
  );
  expect(asked).toBeGreaterThanOrEqual(numRuns);
}

test(
  'any route, by any method, with any parameter',
  async () => {
    await fuzz(async (g, world) => {
      const { id, module } = g(fc.constantFrom, ...routes);
      const params = paramsOf(world, id);
      const names = [...`${pathOf(id, (name) => `:${name}`)}`.matchAll(/:(\w+)/g)].map(
        ([, of]) => of,
      );
      const one = names.length > 0 ? g(fc.constantFrom, ...names) : undefined;
      const value = encodeURIComponent(g(fc.constantFrom, ...odd).toWellFormed());
      const path = pathOf(id, (name) => (name === one ? value : params[name]));
      const target = g(fc.constantFrom, ...variants(id, path));
      const method = g(fc.constantFrom, 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
      const cookie = await world.cookieOf(whoFor(id, module.action ?? module.loader));
      const form = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? undefined : { a: 'b' };
      const { status } = await ask(target, { cookie, method, form });
      return [`${method} ${target}`, status];
    });
  },
  LIMIT,
);

test(
  'any page, with any query',
  async () => {
    const names = [
      ...[
        'search',
        'after',
        'before',
        'upTo',
        'drop',
        'book',
        'from',
        'for',
        'to',
        'q',
        'kind',
        'at',
      ],
      ...['minutes', 'people', 'deck', 'card', 'state', 'version', 'write', 'section', 'session'],
      ...['open', 'opened', 'page', 'about', 'index', '_routes', '_data', 'note', 'cursor', 'peek'],
    ];
    await fuzz(async (g, world) => {
      const { id, module } = g(fc.constantFrom, ...routes);
      const params = paramsOf(world, id);
      const path = pathOf(id, (name) => params[name]);
      const query = Array.from({ length: 8 }, () => [
        g(fc.constantFrom, ...names),
        g(fc.constantFrom, ...odd, String(params.thread), String(params.session)),
      ]);
      const target = `${path}${g(fc.constantFrom, '', '.data')}?${new URLSearchParams(query)}`;
      const cookie = await world.cookieOf(whoFor(id, module.loader ?? module.action));
      return [target, (await ask(target, { cookie })).status];
    });
  },
  LIMIT,
);

test(
  'any form, with any value in one of its fields',
  async () => {
    await fuzz(async (g, world) => {
      const { id, module, index } = g(fc.constantFrom, ...withForm);
      const params = paramsOf(world, id);
      const schema = formOf(module.action);
      if (!schema) throw new Error(`${id} has no form`);
      const fields = plausible(g, schema, params);
      const at = g(fc.nat, { max: Math.max(0, fields.length - 1) });
      const field = fields[at];
      // One in five is a form as it should be.
      if (field && g(fc.nat, { max: 4 }) > 0) field[1] = g(fc.constantFrom, ...odd);
      const path = `${pathOf(id, (name) => params[name])}${g(fc.constantFrom, '', '.data')}`;
      const cookie = await world.cookieOf(whoFor(id, module.action));
      const form = new URLSearchParams(fields);
      const answer = await ask(path + (index ? '?index' : ''), { cookie, form });
      return [`POST ${path} ${form}`, answer.status];
    });
  },
  LIMIT,
);
