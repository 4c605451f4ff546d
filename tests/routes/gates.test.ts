import { expect, test } from 'vitest';
import { gateOf } from '#app/access/gate-makers.server.ts';
import { manifest } from '#tests/support/server-build.ts';

const handlers = Object.values(manifest).flatMap((route) =>
  route
    ? (['loader', 'action'] as const).flatMap((kind) => {
        const handler = route.module[kind];
        return handler ? [{ name: `${kind} of ${route.id}`, handler }] : [];
      })
    : [],
);

test('there are handlers to look at', () => {
  expect(handlers.length).toBeGreaterThan(1);
});

test.each(handlers)('$name is made by a gate', ({ handler }) => {
  expect(gateOf(handler)).toBeDefined();
});

test('a handler made by no gate is seen', () => {
  expect(gateOf(async () => null)).toBeUndefined();
});
