/** `npm run screenshots`: the main pages at three widths, light and dark, into tests/screenshots/. */
import { ensureBuild } from '../app/start/build.mjs';
import { ensureDependencies } from '../app/start/dependencies.mjs';
import { root } from '../app/start/project.mjs';

process.chdir(root);
try {
  await ensureDependencies();
  await ensureBuild();
  const { ensureBrowser } = await import('./browser.mjs');
  const executablePath = await ensureBrowser();
  const { register } = await import('tsx/esm/api');
  register();
  const { takeScreenshots } = await import('./support/screenshots.ts');
  // Words after the command choose pages by name: npm run screenshots -- circle thread
  await takeScreenshots(executablePath, process.argv.slice(2));
} catch (error) {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
}
