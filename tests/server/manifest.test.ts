import { expect, test } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { serverBuild } from '#tests/support/server-build.ts';

test('a browser that asks for a route it has not met is told of it', async () => {
  const { version } = serverBuild.assets;
  const answer = await ask(`/__manifest?p=%2Fsign-in&p=%2Faccount%2Fsign-ins&version=${version}`);
  expect(answer.status).toBe(200);
  const told = Object.keys(JSON.parse(answer.body));
  expect(told).toContain('routes/accounts/sign-in');
  expect(told).toContain('routes/accounts/sign-ins');
});
