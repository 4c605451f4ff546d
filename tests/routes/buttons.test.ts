import { beforeAll, expect, test } from 'vitest';
import { formOf, gateOf } from '#app/access/gate-makers.server.ts';
import { shapeOf } from '#app/platform/forms/form-shape.server.ts';
import { ask } from '#tests/support/ask.ts';
import { manifest } from '#tests/support/server-build.ts';
import { pathOf } from './paths.ts';
import { makeWorld } from './world.ts';

/** Addresses that take a form and have no page on which to show it again. */
const buttons = Object.values(manifest).flatMap((route) =>
  route?.module.action && !route.module.default ? [route] : [],
);

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});

test('there are such addresses', () => {
  expect(buttons.length).toBeGreaterThanOrEqual(6);
});

test.each(buttons)('$id sends what it cannot read back to a page, and says so', async (route) => {
  const { id, module } = route;
  const path = pathOf(id, (name) =>
    name === 'reading' && id.includes('/wrap/') ? world.wrapped : world.params[name],
  );
  const who = { facilitator: 'host', runner: 'host', admin: 'admin' } as const;
  const gate = gateOf(module.action);
  const cookie = await world.cookieOf(who[gate as keyof typeof who] ?? 'member');
  const schema = formOf(module.action);
  const shape = schema && shapeOf(schema);
  const fields = shape?.kind === 'group' ? [...shape.parts.keys()] : [];
  // A form of the right names and of values that are none.
  const form = Object.fromEntries(['form', ...fields].map((name) => [name, '\0']));

  for (const [target, status] of [
    [path, 303],
    [`${path}.data`, 202],
  ] as const) {
    const refused = await ask(target, { cookie, form });
    expect(refused.status, target).toBe(status);
    const notice = refused.cookies.find((one) => one.startsWith('octavo_notice='));
    expect(notice, target).toContain('button-not-read');
    const back = refused.location ?? /"(\/(?:circles|site)\/[^"]+)"/.exec(refused.body)?.[1] ?? '';
    const page = await ask(back, { cookie: `${cookie}; ${notice?.split(';', 1)[0]}` });
    expect(page.status, back).toBe(200);
    expect(page.body).toContain('That could not be read, so nothing was changed.');
  }

  // What no page of ours sends at all gets a plain answer.
  const flat = await ask(path, { cookie, form: { __intent__: '{}' } });
  expect(flat.status).toBe(400);
  expect(flat.body).toMatch(/^This form could not be read/);
});
