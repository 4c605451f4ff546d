import { randomBytes } from 'node:crypto';
import {
  chownSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** What must survive between starts, in a file only its owner can read. */
export type Settings = {
  /** of the role that keeps the house */
  password: string;
  /** of the application's role; there is none yet where an older Octavo wrote the file */
  appPassword?: string;
  port: number;
};

/** Reads the settings, or makes new ones. Two first starts at once end up with the same. */
export function readSettings(file: string): Settings {
  const known = parse(file);
  if (known) return known;
  // Missing, or cut short by a power failure: when there are data already, the server refuses the
  // new password and is given it.
  const fresh: Settings = { password: randomPassword(), port: 0 };
  const complete = write(file, fresh);
  try {
    linkSync(complete, file);
    rmSync(complete);
  } catch {
    if (parse(file)) rmSync(complete);
    else renameSync(complete, file);
  }
  return parse(file) ?? fresh;
}

export function saveSettings(file: string, settings: Settings): void {
  renameSync(write(file, settings), file);
}

/** Letters, digits, - and _ only: it stands in addresses and statements as it is. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Root starting Octavo once must not lock out the user whose folder it is. */
export function ownLikeFolder(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

function write(file: string, settings: Settings): string {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(settings), { mode: 0o600 });
  ownLikeFolder(unfinished);
  return unfinished;
}

function parse(file: string): Settings | undefined {
  try {
    const { password, appPassword, port } = JSON.parse(readFileSync(file, 'utf8'));
    if (!isPassword(password)) return undefined;
    return { password, ...(isPassword(appPassword) && { appPassword }), port: Number(port) };
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

const isPassword = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]+$/.test(value);
