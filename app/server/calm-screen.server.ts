import { env } from '#app/platform/settings/env.server.ts';
import { isEverywhere, ownAddress } from '#app/platform/settings/site-address.server.ts';

interface Screen {
  database: string;
  links: { label: string; path: string }[];
  worker: boolean;
}

/** The one screen a start prints. */
export function calmScreen({ database, links, worker }: Screen): void {
  const mail = env.SMTP_URL
    ? `through ${new URL(env.SMTP_URL).host}`
    : `kept in ${env.DATA_DIR}/outbox (set SMTP_URL to send it)`;
  const rows = [
    ['Database', database],
    ['Mail', mail],
    ...(env.addressGiven && !worker ? [['Listens', `on ${env.HOST}, port ${env.PORT}`]] : []),
    ...(env.METRICS_PORT
      ? [['Figures', `at ${ownAddress(env.METRICS_HOST, env.METRICS_PORT)}/metrics`]]
      : []),
    ['Stop', 'Ctrl-C'],
  ];
  const head = worker ? 'Octavo works through its background jobs.' : `Octavo is at ${env.APP_URL}`;
  const lines = ['', `  ${head}`, ''];
  for (const [term, words] of rows) lines.push(`  ${(term ?? '').padEnd(10)}${words}`);
  if (!env.addressGiven && isEverywhere(env.HOST)) {
    lines.push('', `  Others can reach it, but links in mail lead to ${env.APP_URL}:`);
    lines.push('  set APP_URL to the address that people open.');
  }
  for (const { label, path } of links) lines.push('', `  ${label}`, `  ${env.APP_URL}${path}`);
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
