import { createRequestHandler } from '@remix-run/node';
import { expect, test } from 'vitest';
import { pathOf } from '#tests/routes/paths.ts';
import { ask } from '#tests/support/ask.ts';
import { manifest, serverBuild } from '#tests/support/server-build.ts';

test('a browser that asks for a route it has not met is told of it', async () => {
  const { version } = serverBuild.assets;
  const answer = await ask(`/__manifest?p=%2Fsign-in&p=%2Faccount%2Fsign-ins&version=${version}`);
  expect(answer.status).toBe(200);
  const told = Object.keys(JSON.parse(answer.body));
  expect(told).toContain('routes/accounts/sign-in');
  expect(told).toContain('routes/accounts/sign-ins');
});

test('it is told what Remix itself would tell', async () => {
  const remix = createRequestHandler(serverBuild, 'production');
  const paths = Object.keys(manifest).map((id) => pathOf(id, () => '7'));
  for (const path of [...paths, '/', '', 'sign-in', '/no/such/page', '/sign-in/', '/SIGN-IN']) {
    const query = new URLSearchParams({ p: path, version: serverBuild.assets.version });
    const own = await ask(`/__manifest?${query}`);
    const its = await remix(new Request(`http://localhost:3000/__manifest?${query}`));
    expect(JSON.parse(own.body), path).toEqual(await its.json());
    expect(own.headers.get('Cache-Control')).toBe(its.headers.get('Cache-Control'));
  }
});

test.each([
  ['p=%2Fsign-in&version=another', 204],
  ['p=%2Fsign-in', 204],
  [`version=${serverBuild.assets.version}`, 400],
  [`version=${serverBuild.assets.version}&p=${'a'.repeat(8_000)}`, 400],
])('%s is Remix’s to answer', async (query, status) => {
  expect((await ask(`/__manifest?${query}`)).status).toBe(status);
});
