import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './command.mjs';
import { during } from './progress.mjs';
import { hashOf, Problem, readStamp, root } from './project.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-from');

/** Installs exactly what package-lock.json names, unless that is what is there. */
export async function ensureDependencies() {
  const wanted = hashOf(['package-lock.json']);
  if (readStamp(stamp) === wanted) return;
  if (!sameAsLocked()) {
    rmSync(stamp, { force: true });
    await during('Installing dependencies', install());
  }
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // A read-only checkout: compared again the next time.
  }
}

async function install() {
  // NODE_ENV=production or omit settings must not leave out what the build needs.
  const complete = ['--include=dev', '--include=optional'];
  const { status, output } = await npm(['ci', ...complete, '--no-audit', '--no-fund']);
  if (status === 0) return;
  const said = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const lines = said.map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  if (lines.includes('code EUSAGE')) {
    throw new Problem(
      'package.json and package-lock.json do not fit together: ' +
        'restore them (git checkout package.json package-lock.json), or run "npm install".',
    );
  }
  const reason = lines.find((line) => line && !/^(code \w+$|A complete log)/.test(line));
  throw new Problem(
    `The dependencies could not be installed: ${reason ?? `npm ended with ${status}`}\n` +
      'Check the connection to the package registry (npm ping) and start again.',
  );
}

/** Whether npm's own record of what it installed says the same as the lock file. */
function sameAsLocked() {
  try {
    const locked = packagesIn(join(root, 'package-lock.json'));
    const installed = packagesIn(join(modules, '.package-lock.json'));
    return Object.entries(locked).every(([path, { version, integrity, optional }]) => {
      const there = installed[path];
      if (!there) return path === '' || optional === true;
      return there.version === version && there.integrity === integrity;
    });
  } catch {
    return false;
  }
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
