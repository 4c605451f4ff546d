import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem, root } from './project.mjs';

/** What a start writes into. */
const folders = () => [
  join(root, 'node_modules'),
  join(root, 'build'),
  resolve(root, process.env.DATA_DIR || 'data'),
];

/** What to say when the system refused a file: whose it is, and the command that gives it to us. */
export function ownershipComplaint({ code, path }) {
  if (code === 'EROFS') {
    const made = ['build', 'node_modules'].some((name) => path?.startsWith(join(root, name)));
    const remedy = made ? ' Build first, where it can be written: npm run build' : '';
    return `${path ?? root} cannot be written: its file system is read-only.${remedy}`;
  }
  if (code !== 'EACCES' && code !== 'EPERM') return undefined;
  const foreign = folders().filter(isForeign);
  const us = nameOf(process.getuid?.());
  if (foreign.length === 0) return path && `${path} cannot be read or written by ${us} (${code}).`;
  const owners = new Set(foreign.flatMap(ownersOf).map(nameOf));
  const list = foreign.join(' ');
  return (
    `${list} ${foreign.length > 1 ? 'have' : 'has'} files of ${[...owners].join(', ')}, ` +
    `and this is ${us}. Give them to ${us}: sudo chown -R ${us.replace('account ', '')} ${list}`
  );
}

/**
 * @param output of a program that failed, as Node and npm name the file that they could not write
 * @throws Problem when that was so because it is somebody else's, or its file system is read-only
 */
export function requireWritable(output) {
  const [code] = /\b(EACCES|EPERM|EROFS)\b/.exec(output) ?? [];
  const [path] = /(?<=\bpath |EROFS: [^']*')\/[^'\n]+/.exec(output) ?? [];
  const complaint = code && ownershipComplaint(code === 'EROFS' ? { code, path } : { code });
  if (complaint) throw new Problem(complaint);
}

const isForeign = (folder) => ownersOf(folder).length > 0;

/** The other accounts that own a folder or something right in it. */
function ownersOf(folder) {
  const uids = [folder, ...entriesOf(folder)].map((path) => uidOf(path));
  return uids.filter((uid) => uid !== undefined && uid !== process.getuid?.());
}

function entriesOf(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const uidOf = (path) => lstatSync(path, { throwIfNoEntry: false })?.uid;

function nameOf(uid) {
  const { status, stdout } = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : `account ${uid}`;
}
