import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOf, gateOf } from '#app/access/gate-makers.server.ts';
import { type FormShape, shapeOf } from '#app/platform/forms/form-shape.server.ts';
import { pathOf } from '#tests/routes/paths.ts';
import { signInCookie } from '#tests/support/ask.ts';
import { person } from '#tests/support/cast.ts';
import { startSite } from '#tests/support/served.ts';
import { manifest } from '#tests/support/server-build.ts';

/**
 * What takes a site down that reads forms carelessly, sent to every form that needs no account, and
 * to one that does. Each is answered in words, at little cost, and others are answered meanwhile.
 */
const MOST_CPU_MS = 400;
const MOST_MS = 5_000;
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const order = (type: string, payload: object) =>
  `__intent__=${encodeURIComponent(JSON.stringify({ type, payload }))}`;
const filled = (size: number, text: string) => text.repeat(Math.floor(size / text.length));
const FULL = 250_000;

/** Bodies that no page sends, whatever the form. */
const family: Record<string, string> = {
  'an order to make a list of 100 million': order('update', { name: 'a[100000000]', value: 'x' }),
  'an order to make a smaller one': order('update', { name: 'a[9000000]', value: 'x' }),
  'an order to insert': order('insert', { name: 'a', defaultValue: 'x', index: 1e8 }),
  'an order that is no JSON': '__intent__={',
  'a state': '__state__=%7B%22validated%22%3A%7B%7D%7D',
  'a state that is no JSON': '__state__={',
  'one name, 80,000 times': filled(FULL, 'a=&'),
  '250,000 empty fields': filled(FULL, '&'),
  'many names': Array.from({ length: 30_000 }, (_, i) => `n${i}=`).join('&'),
  'a name that nests by number': `x0${filled(FULL, '[999]')}=1`,
  'many that nest by number': Array.from({ length: 9_000 }, (_, i) => `x${i}[999][999]=1`).join(
    '&',
  ),
  'a name that nests 100,000 deep': `${filled(200_000, 'a.')}a=1`,
  'many names that nest': filled(FULL, `${'a.'.repeat(40)}a=1&`),
  'a name of brackets': `${filled(FULL, '[')}=1`,
  'a long name': `${filled(FULL, 'x')}=1`,
  'broken escapes': filled(FULL, '%'),
  'broken characters': filled(FULL, '%F0%9F&'),
};

/** Bodies made of a name that the form knows. */
const ofField: Record<string, (name: string) => string> = {
  'again and again': (name) => filled(FULL, `${name}=&`),
  'with a long value': (name) => `${name}=${filled(FULL, 'x')}`,
  'with nothing but spaces': (name) => `${name}=x${filled(FULL, '+')}x`,
  'with line ends': (name) => `${name}=${filled(FULL, '%0D%0A')}`,
  'with NUL': (name) => `${name}=${filled(FULL, '%00')}`,
  'with combining characters': (name) => `${name}=a${filled(FULL, '%CC%81')}`,
  'as a group': (name) => filled(20_000, `${name}.a=1&`),
  'as a list': (name) => filled(20_000, `${name}[999]=1&`),
};

function namesIn(shape: FormShape, above = ''): string[] {
  if (shape.kind === 'value') return [above];
  if (shape.kind === 'list') return namesIn(shape.of, `${above}[0]`);
  return [...shape.parts].flatMap(([name, part]) =>
    namesIn(part, above ? `${above}.${name}` : name),
  );
}

const forms = Object.values(manifest).flatMap((route) => {
  const action = route?.module.action;
  const form = formOf(action);
  if (
    !route ||
    !form ||
    !(gateOf(action) === 'public' || route.id === 'routes/accounts/sign-out')
  ) {
    return [];
  }
  const path = pathOf(route.id, () => 'no-such-token');
  return [{ path, names: namesIn(shapeOf(form)), signedIn: gateOf(action) === 'viewer' }];
});

test('there are forms to try', () => {
  expect(forms.length).toBeGreaterThanOrEqual(10);
});

test.each(forms)('$path takes none of it', async ({ path, names, signedIn }) => {
  const cookie = signedIn ? await signInCookie(await person('Lena')) : '';
  const send = (body: string) =>
    fetch(site.origin + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: site.origin,
        Cookie: cookie,
      },
    });
  const visit = () => fetch(`${site.origin}/sign-up`);
  // What a first visit loads is not what is measured.
  for (let i = 0; i < 3; i++) await Promise.all([send('a=b&form=%00'), visit()]);

  const bodies = [
    ...Object.entries(family),
    ...Object.entries(ofField).flatMap(([what, body]) =>
      names.map((name) => [`${name} ${what}`, body(name)] as const),
    ),
  ];
  for (const [what, body] of bodies) {
    const began = performance.now();
    const before = process.cpuUsage();
    const [answer, other] = await Promise.all([send(body), visit()]);
    const { user, system } = process.cpuUsage(before);
    const took = performance.now() - began;
    expect([400, 413, 422, 429], what).toContain(answer.status);
    expect(await answer.text(), what).not.toBe('');
    expect(other.status, what).toBe(200);
    // Cost, unlike time, hardly depends on what else this machine does.
    expect((user + system) / 1000, what).toBeLessThan(MOST_CPU_MS);
    expect(took, what).toBeLessThan(MOST_MS);
  }
});

test.each([
  ['JSON', 'application/json', '{"email":"a@b.example"}'],
  ['a form with files', 'multipart/form-data; boundary=x', '--x--'],
  ['plain text', 'text/plain', 'email=a'],
  ['what does not say what it is', '', 'email=a'],
])('%s is told how a form is sent', async (_, type, body) => {
  const answer = await site.raw(
    `POST /forgot-password HTTP/1.1\r\nHost: ${site.host}\r\nOrigin: ${site.origin}\r\n` +
      `${type && `Content-Type: ${type}\r\n`}Content-Length: ${body.length}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
  expect(answer.status).toBe(415);
  expect(answer.body).toContain('That could not be read');
});
