import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoData } from '#app/ui/document/data-answers.ts';
import { patientFetch } from '#app/ui/document/patient-fetch.ts';

const keyed = { method: 'POST', body: new URLSearchParams({ submissionKey: 'one', body: 'x' }) };
const plain = { method: 'POST', body: new URLSearchParams({ name: 'x' }) };
const gateway = new NoData(502, { inFront: true, words: '' });
const broken = new TypeError('Failed to fetch');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('addEventListener', () => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A way there that fails in these ways first. @returns how often it was tried, and a fetch on it */
function roughWay(...failures: unknown[]) {
  const way = { tries: 0, ask: patientFetch(answer) };
  async function answer() {
    const failure = failures[way.tries++];
    if (failure instanceof Response) return failure;
    if (failure) throw failure;
    return new Response('[1]');
  }
  return way;
}

test.each<[string, string, RequestInit | undefined]>([
  ['a page', '/shelf.data', undefined],
  ['the routes of a page', '/__manifest?p=/shelf', undefined],
  ['a form with a key', '/threads/1.data', keyed],
])('%s is asked for until there is an answer', async (_, address, init) => {
  const way = roughWay(broken, gateway, broken);
  const answer = way.ask(address, init);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await (await answer).text()).toBe('[1]');
  expect(way.tries).toBe(4);
});

test('a page is waited for while the database is away; what a form is told of it comes through', async () => {
  const away = () => new Response(null, { status: 503 });
  const page = roughWay(away(), away());
  const asked = page.ask('/shelf.data');
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await asked).status).toBe(200);
  expect((await roughWay(away()).ask('/shelf.data', keyed)).status).toBe(503);
});

test('a form without a key is not sent again by itself, unless it never left', async () => {
  const way = roughWay(broken);
  void way.ask('/account.data', plain);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(way.tries).toBe(1);

  vi.stubGlobal('navigator', { onLine: false });
  const offline = roughWay(broken);
  const answer = offline.ask('/account.data', plain);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await answer).status).toBe(200);
});

test('what is given up is not asked for again', async () => {
  const way = roughWay(broken, broken);
  const leaving = new AbortController();
  const answer = way.ask('/shelf.data', { signal: leaving.signal });
  const thrown = expect(answer).rejects.toThrow(/aborted/);
  await vi.advanceTimersByTimeAsync(100);
  leaving.abort();
  await thrown;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(way.tries).toBe(1);
});

test('a file, what Octavo refused and what is no data of a page go their way', async () => {
  const file = { method: 'POST', body: new FormData() };
  await expect(roughWay(broken).ask('/shelf/imports/new.data', file)).rejects.toBe(broken);
  await expect(roughWay(broken).ask('/assets/a.js')).rejects.toBe(broken);
  const refused = new NoData(403, { inFront: false, words: 'No.' });
  await expect(roughWay(refused).ask('/sign-in.data', plain)).rejects.toBe(refused);
  const tooLarge = new NoData(413, { inFront: true, words: '' });
  await expect(roughWay(tooLarge).ask('/shelf.data')).rejects.toBe(tooLarge);
});
