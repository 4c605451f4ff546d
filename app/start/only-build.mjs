/**
 * `npm run build`: what a start does first, and no start. For an image, and for a service that may
 * not write to its own code.
 */
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ownershipComplaint } from './ownership.mjs';
import { Problem, root } from './project.mjs';
import { hearStops } from './stopping.mjs';

try {
  process.chdir(root);
  hearStops();
  await ensureDependencies({ complete: false });
  await ensureBuild();
} catch (error) {
  const words = error instanceof Problem ? error.message : ownershipComplaint(error);
  console.error(process.env.DEBUG ? error : (words ?? error));
  process.exitCode = 1;
}
