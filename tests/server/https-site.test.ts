import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newSetupLink } from '#app/accounts/commands/account-links.server.ts';
import { log } from '#app/platform/log.server.ts';
import { httpApp } from '#app/server/http.server.ts';
import { account, address, PASSWORD } from '#tests/accounts/given.ts';
import { serverBuild } from '#tests/support/server-build.ts';

// Before anything reads it: an operator's capitals.
vi.hoisted(() => {
  process.env.APP_URL = 'HTTPS://Circles.Example.org/';
});

let server: Server;
beforeAll(async () => {
  server = httpApp(serverBuild).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
let warnings: ReturnType<typeof hearWarnings>;
const hearWarnings = () => vi.spyOn(log, 'warn').mockImplementation(() => {});
beforeEach(() => {
  warnings = hearWarnings();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks as a browser does that has `base` in its address bar, with whatever stands between. */
function browse(base: string, path: string, form?: Record<string, string>): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...{ port, path, host: '127.0.0.1', method: body === undefined ? 'GET' : 'POST' },
        headers: {
          Host: new URL(base).host,
          ...(body !== undefined && {
            Origin: new URL(base).origin,
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          }),
        },
      },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        const answer = () => ({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: text,
        });
        reply.on('end', () => resolve(answer()));
      },
    );
    asking.on('error', reject).end(body);
  });
}

const SECURE = 'https://circles.example.org';
const PLAIN = 'http://circles.example.org';

const cookieOf = ({ headers }: Answer) =>
  headers['set-cookie']?.find((cookie) => /sign_in=[^;]/.test(cookie));

// Comes first: nobody has an account yet.
test('by http, a link that works once is not used up, and the operator is told why', async () => {
  const link = await newSetupLink();
  if (!link) throw new Error('There is an administrator already.');
  const form = { name: 'Ines', email: address(), password: PASSWORD, timeZone: 'Europe/Madrid' };
  expect((await browse(PLAIN, link, form)).status).toBe(403);
  expect((await browse(PLAIN, link, form)).status).toBe(403);
  expect(warnings).toHaveBeenCalledTimes(1);
  expect(warnings).toHaveBeenCalledWith(
    { origin: PLAIN },
    expect.stringMatching(/APP_URL is https:\/\/circles\.example\.org.*redirect http to https/),
  );
  const answer = await browse(SECURE, link, form);
  expect(answer.status).toBe(303);
  expect(cookieOf(answer)).toMatch(/; Secure/);
});

test('a sign-in there has a cookie that travels encrypted only', async () => {
  const { email } = await account();
  const answer = await browse(SECURE, '/sign-in', { email, password: PASSWORD });
  expect(answer.status).toBe(303);
  expect(cookieOf(answer)).toMatch(/; Secure/);
  expect(warnings).not.toHaveBeenCalled();
});

test('browsers are told to come by https from then on, to this host and no other', async () => {
  const { headers } = await browse(SECURE, '/sign-in');
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
});

describe('by http', () => {
  test('a sign-in is answered with where to go', async () => {
    const { email } = await account();
    for (const path of ['/sign-in?to=%2Fcircles', '/sign-in.data?to=%2Fcircles']) {
      const answer = await browse(PLAIN, path, { email, password: PASSWORD });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain(`${SECURE}/sign-in?to=%2Fcircles`);
      expect(answer.body).not.toContain(PASSWORD);
      expect(cookieOf(answer)).toBeUndefined();
    }
    const page = await browse(PLAIN, '/sign-in', { email, password: PASSWORD });
    expect(page.body).toContain('You came by http');
    expect(page.body).toContain('<title>Only by https');
  });

  test('the address of the machine itself says the same', async () => {
    const answer = await browse('http://192.168.1.5:3000', '/sign-in', {
      email: 'a',
      password: 'b',
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain(`href="${SECURE}/sign-in"`);
  });

  test('pages can be read', async () => {
    expect((await browse(PLAIN, '/sign-in')).status).toBe(200);
  });

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    '%s signs in, because browsers keep its cookies',
    async (base) => {
      const { email } = await account();
      const answer = await browse(base, '/sign-in', { email, password: PASSWORD });
      expect(answer.status).toBe(303);
      expect(cookieOf(answer)).toBeDefined();
    },
  );
});
