import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#tests/support/octavo.ts';
import { blockIn, changed, write } from './configuration.ts';
import { type Ground, onGround } from './ground.ts';
import { program } from './programs.ts';
import { type Group, must, type Situation } from './situation.ts';

const GUIDE = 'prometheus.md';
const SEEN_MS = 30_000;

/** Prometheus beside Octavo, with the guide's configuration and alerts. */
export const prometheus: Group = {
  name: 'prometheus',
  needs: ['prometheus', 'promtool', 'openssl'],
  within: (use) => onGround((ground) => use([watched(ground)])),
};

function watched(ground: Ground): Situation {
  return {
    where: 'prometheus, as the guide has it',
    tried: 'promtool check; the target is up, a request is counted, the alerts are there',
    needs: [],
    async run() {
      const figures = String(await freePort());
      const octavo = await ground.octavo({ METRICS_PORT: figures });
      const ask = await startPrometheus(ground, figures);
      await fetch(`${octavo.url}/sign-in`);
      const count = 'octavo_http_requests_total{route="/sign-in",status="2xx"}';
      await seen(ask, 'up{job="octavo"}', '1');
      await seen(ask, 'octavo_database_up', '1');
      await seen(ask, count, '1');
      // There is no backup, which one of the alerts is about.
      const alert = 'ALERTS{alertname="OctavoBackupOld",alertstate="pending"}';
      await seen(ask, alert, '1');
      const { data } = await ask('rules');
      const health = data.groups?.flatMap(({ rules }) => rules.map((rule) => rule.health)) ?? [];
      must(health.join() === 'ok,ok,ok', `the health of the alerts is ${health}`);
      return undefined;
    },
  };
}

interface Answer {
  data: {
    result?: { value: [at: number, value: string] }[];
    groups?: { rules: { health: string }[] }[];
  };
}
type Ask = (of: string) => Promise<Answer>;

async function startPrometheus({ folder, part }: Ground, figures: string): Promise<Ask> {
  const rules = write(folder, 'octavo-alerts.yml', blockIn(GUIDE, 'yaml', /alert:/));
  const scraping = changed(blockIn(GUIDE, 'yaml', /scrape_configs/), [[':9464', `:${figures}`]]);
  const often = 'global:\n  scrape_interval: 1s\n  evaluation_interval: 1s\n';
  const config = write(folder, 'prometheus.yml', often + scraping);
  for (const [what, file] of [
    ['rules', rules],
    ['config', config],
  ] as const) {
    const checked = spawnSync(program('promtool') ?? '', ['check', what, file], {
      encoding: 'utf8',
    });
    must(checked.status === 0, `promtool check ${what}: ${checked.stdout}${checked.stderr}`);
  }
  const data = join(folder, 'prometheus');
  mkdirSync(data);
  const port = await freePort();
  await part(program('prometheus') ?? '', {
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    port,
  });
  return async (of) =>
    (await fetch(`http://127.0.0.1:${port}/api/v1/${of}`)).json() as Promise<Answer>;
}

/** Waits until Prometheus has this figure. */
async function seen(ask: Ask, query: string, value: string): Promise<void> {
  let last: string | undefined;
  for (const until = Date.now() + SEEN_MS; Date.now() < until; await pause(200)) {
    const { data } = await ask(`query?query=${encodeURIComponent(query)}`);
    last = data?.result?.[0]?.value[1];
    if (last === value) return;
  }
  throw new Error(`Prometheus has ${last ?? 'nothing'} for ${query}`);
}
