/** `npm run test:faults`: what happens when things die, on real processes and a real PostgreSQL. */
import { spawn } from 'node:child_process';
import { ensureBuild } from '../../app/start/build.mjs';
import { ensureDependencies } from '../../app/start/dependencies.mjs';
import { root } from '../../app/start/project.mjs';

process.chdir(root);
await ensureDependencies();
await ensureBuild();
const child = spawn(
  process.execPath,
  ['--import', 'tsx', 'tests/faults/long-form.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
);
// Ctrl-C reaches it as well; it cleans up before it ends, and we wait for that.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('close', (status) => {
  process.exitCode = status ?? 1;
});
