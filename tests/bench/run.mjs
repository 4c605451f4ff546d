/** `npm run bench`: the speed of the pages as ratios to bare servers of the same content. */
import { spawnSync } from 'node:child_process';
import { ensureBuild } from '../../app/start/build.mjs';
import { ensureDependencies } from '../../app/start/dependencies.mjs';
import { root } from '../../app/start/project.mjs';

process.chdir(root);
await ensureDependencies();
await ensureBuild();
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', 'tests/bench/ladder.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' } },
);
process.exitCode = status ?? 1;
