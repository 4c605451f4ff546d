import { createRequire } from 'node:module';
import { command } from '../../app/start/command.mjs';
import { spelledAddresses } from './spelled-addresses.mjs';
import { brokenTransactions } from './transactions.mjs';
import { strangers } from './vocabulary.mjs';

const { DOMAINS } = createRequire(import.meta.url)('./rooms.cjs');
const FOLDERS = ['app', 'db', 'content', 'tests'];

/** Checks who imports whom. @returns what is wrong, or nothing */
export async function checkBoundaries() {
  const { output } = await command(process.execPath, [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', 'tests/boundaries.cjs', '--output-type', 'json', ...FOLDERS],
  ]);
  const { modules, summary } = parse(output);
  const scanned = modules.filter(({ source }) => /^(app|db)\/.*\.tsx?$/.test(source));
  // A typo in a folder or an unreadable TypeScript would otherwise pass for cleanliness.
  if (scanned.length < 5 || scanned.every(({ dependencies }) => dependencies.length === 0)) {
    return `Only ${scanned.length} modules of app/ and db/ were scanned.`;
  }
  const why = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  const broken = summary.violations.map(
    ({ rule, from, to }) => `${from} → ${to}\n  ${rule.name}: ${why.get(rule.name)}`,
  );
  return (
    [
      ...broken,
      ...domainCycles(modules),
      ...strangers('.', DOMAINS),
      ...spelledAddresses('.'),
      ...brokenTransactions('.'),
    ].join('\n') || undefined
  );
}

/** Domains that import each other, directly or around a corner; types do not count. */
function domainCycles(modules) {
  const graph = new Map();
  for (const { source, dependencies } of modules) {
    for (const { resolved, dependencyTypes } of dependencies) {
      const [from, to] = [domainOf(source), domainOf(resolved)];
      if (!from || !to || from === to || dependencyTypes.includes('type-only')) continue;
      // Nobody imports a slot: it lies outside the rooms, as a route does.
      if (/^app\/[^/]+\/slots\//.test(source)) continue;
      // A link may lead to a room that leads back: an address is no dependency on what is there.
      if (resolved.endsWith('/addresses.ts')) continue;
      const edges = graph.get(from) ?? new Map();
      graph.set(from, edges.set(to, `${source} → ${resolved}`));
    }
  }
  const cycles = [];
  for (const start of graph.keys()) {
    const path = cycleFrom(graph, start);
    // Each cycle is reported once, from its first name.
    if (path?.every((name) => start <= name)) {
      const steps = path.map((name, i) => graph.get(name).get(path[i + 1] ?? start));
      cycles.push(`Domains in a circle: ${[...path, start].join(' → ')}\n  ${steps.join('\n  ')}`);
    }
  }
  return cycles;
}

function cycleFrom(graph, start) {
  const seen = new Set();
  const queue = [[start]];
  for (const path of queue) {
    for (const next of graph.get(path.at(-1))?.keys() ?? []) {
      if (next === start) return path;
      if (!seen.has(next)) queue.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}

function domainOf(file) {
  const room = /^app\/([^/]+)\//.exec(file)?.[1];
  const others = ['routes', 'access', 'ui', 'platform', 'styles', 'start'];
  return room && !others.includes(room) ? room : undefined;
}

function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`dependency-cruiser did not report:\n${output.slice(0, 2000)}`);
  }
}
