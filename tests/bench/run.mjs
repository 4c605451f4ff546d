/** `npm run bench`: the speed of the pages as ratios to bare servers of the same content. */
import { ensureBuild } from '../../app/start/build.mjs';
import { command } from '../../app/start/command.mjs';
import { ensureDependencies } from '../../app/start/dependencies.mjs';
import { root } from '../../app/start/project.mjs';
import { hearStops } from '../../app/start/stopping.mjs';

process.chdir(root);
hearStops();
await ensureDependencies();
await ensureBuild();
const { status } = await command(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', 'tests/bench/ladder.ts', ...process.argv.slice(2)],
  { env: { NODE_ENV: 'production', LOG_LEVEL: 'silent' }, inView: true },
);
process.exitCode = status ?? 1;
