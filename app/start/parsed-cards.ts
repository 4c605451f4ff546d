import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

/** What makes a parser this one and no other. */
const PARSER = ['app/cards/files/rules', 'app/cards/rules'];

/**
 * Parses the shipped cards at the end of a build, for the server to read instead
 * (`app/cards/files/queries/parsed.server.ts`), and tells both which parser it was.
 */
export function parsedCards(): Plugin {
  const parser = parserName();
  return {
    name: 'octavo:parsed-cards',
    apply: ({ build }) => Boolean(build?.ssr),
    config: () => ({ define: { __CARD_PARSER__: JSON.stringify(parser) } }),
    closeBundle: {
      sequential: true,
      async handler() {
        const script = ['--import', 'tsx', 'app/start/parse-cards.ts'];
        await promisify(execFile)(process.execPath, [...script, 'build/server/cards.json', parser]);
      },
    },
  };
}

function parserName(): string {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const folder of PARSER) {
    for (const file of readdirSync(folder).sort()) {
      hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex');
}
