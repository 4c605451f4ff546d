import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './command.mjs';
import { requireMemory } from './memory.mjs';
import { requireWritable } from './ownership.mjs';
import { during } from './progress.mjs';
import { Problem, root } from './project.mjs';

const modules = join(root, 'node_modules');

/**
 * Installs exactly what package-lock.json names, unless that is what is there.
 * @param {{ complete?: boolean }} [options] `complete: false` where nothing is built or tested: what
 * only these need may then be missing, as after `npm prune --omit=dev`
 */
export async function ensureDependencies({ complete = true } = {}) {
  if (!sameAsLocked(complete)) await during('Installing dependencies', install());
}

async function install() {
  // NODE_ENV=production or omit settings must not leave out what the build needs.
  const complete = ['--include=dev', '--include=optional'];
  const ended = await npm(['ci', ...complete, '--no-audit', '--no-fund']);
  const { status, output } = ended;
  if (status === 0) return;
  requireMemory('Installing the dependencies', ended);
  const said = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const lines = said.map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  requireWritable(lines.join('\n'));
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

/** Whether npm's own record of what it installed, its last act, says the same as the lock file. */
function sameAsLocked(complete) {
  try {
    const locked = packagesIn(join(root, 'package-lock.json'));
    const installed = packagesIn(join(modules, '.package-lock.json'));
    return Object.entries(locked).every(
      ([path, { version, integrity, optional, dev, devOptional }]) => {
        const there = installed[path];
        const spared = optional || (!complete && (dev || devOptional));
        if (!there) return path === '' || spared === true;
        return there.version === version && there.integrity === integrity;
      },
    );
  } catch {
    return false;
  }
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
