/** `npm run test:hosting`: the guides in docs/hosting, tried with the real programs they speak of. */
import { ensureBuild } from '../../app/start/build.mjs';
import { command } from '../../app/start/command.mjs';
import { ensureDependencies } from '../../app/start/dependencies.mjs';
import { root } from '../../app/start/project.mjs';
import { hearStops } from '../../app/start/stopping.mjs';
import { ensureBrowser, findBrowser } from '../browser.mjs';

process.chdir(root);
hearStops();
await ensureDependencies();
await ensureBuild();
const install = process.argv.includes('--install');
const TEST_BROWSER = (await (install ? ensureBrowser() : findBrowser())) ?? '';
const { status } = await command(
  process.execPath,
  ['--import', 'tsx', 'tests/hosting/main.ts', ...process.argv.slice(2)],
  { env: { NODE_ENV: 'production', TEST_BROWSER }, inView: true },
);
process.exitCode = status ?? 1;
