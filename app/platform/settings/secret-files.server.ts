import { readFileSync } from 'node:fs';

/** Settings that hold a password. Each may stand in a file, which its name with `_FILE` names. */
const SECRETS = ['DATABASE_URL', 'SMTP_URL'];

type Settings = Record<string, string | undefined>;

/**
 * The settings with what stands in files, as containers and service managers hand secrets on.
 * @returns `wrong` has a line for each that cannot be had: its remedy, and nothing of the secret
 */
export function withSecretFiles(given: Settings): { settings: Settings; wrong: string[] } {
  const settings = { ...given };
  const wrong: string[] = [];
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`];
    if (!file) continue;
    const read = given[name]
      ? { wrong: `${name} and ${name}_FILE are both set: take one of them away.` }
      : readSecret(name, file);
    if ('wrong' in read) wrong.push(read.wrong);
    else settings[name] = read.secret;
  }
  return { settings, wrong };
}

function readSecret(name: string, file: string): { secret: string } | { wrong: string } {
  const names = `${name}_FILE names ${file}`;
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (!secret) return { wrong: `${names}, which is empty: write the ${name} into it.` };
    return { secret };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      wrong: `${names}, which cannot be read (${code}): name a file that this account may read.`,
    };
  }
}
