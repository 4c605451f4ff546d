import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** `npm test` builds it; by itself, this asks for `npm run build` first. */
const CLIENT = 'build/client';
/** What a first visit may download of scripts, compressed. */
const MOST = 110 * 1024;
/** And of the styles that all pages share. */
const MOST_STYLES = 15 * 1024;

interface Loaded {
  module: string;
  imports?: string[];
}

const compressed = (file: string) =>
  gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length;

/** What Remix tells browsers to load: for every page, and for each route. */
function manifest(): { entry: Loaded; routes: Record<string, Loaded> } {
  const file = readdirSync(join(CLIENT, 'assets')).find((name) => name.startsWith('manifest-'));
  const text = readFileSync(join(CLIENT, 'assets', file ?? ''), 'utf8');
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

test('no page’s scripts weigh more than 110 KB at the first visit', () => {
  const { entry, routes } = manifest();
  const scriptsOf = ({ module, imports = [] }: Loaded) => [module, ...imports];
  const sizes = new Map<string, number>();
  const sizeOf = (script: string) => {
    const size = sizes.get(script) ?? compressed(script);
    sizes.set(script, size);
    return size;
  };
  const always = [...scriptsOf(entry), ...scriptsOf(routes.root as Loaded)];
  const weights = Object.entries(routes).map(([route, own]) => {
    const scripts = new Set([...always, ...scriptsOf(own)]);
    return { route, bytes: [...scripts].reduce((sum, script) => sum + sizeOf(script), 0) };
  });
  expect(weights.length).toBeGreaterThan(80);
  expect(weights.filter(({ bytes }) => bytes > MOST)).toEqual([]);
});

test('the styles that all pages share weigh 15 KB at most', () => {
  const shared = readdirSync(join(CLIENT, 'assets')).filter((name) => /^app-.*\.css$/.test(name));
  expect(shared).toHaveLength(1);
  expect(shared.map((name) => compressed(join('assets', name)))[0]).toBeLessThanOrEqual(
    MOST_STYLES,
  );
});
