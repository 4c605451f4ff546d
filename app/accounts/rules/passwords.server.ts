import { hash, parseOptions, verify } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB of memory, two passes, one lane: the first configuration of the OWASP
 * Password Storage Cheat Sheet (https://cheatsheetseries.owasp.org, "Argon2id").
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
// Algorithm.Argon2id; the enum is ambient and cannot be used under isolatedModules.
const ARGON2ID = 2;

/**
 * One form for a password typed on different keyboards: Unicode NFKC, before hashing and before
 * counting (NIST SP 800-63B-4, 3.1.1.2). Nothing else is changed: no trimming, no case folding.
 */
export const normalPassword = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), { ...PARAMETERS, algorithm: ARGON2ID });
}

// The hash of a random password nobody knows: what a sign-in for an unknown address is held
// against, so that it takes as long as any other.
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$e2zuXGPa2+EjN9405qVgcg$MNH214Yf4zo8vW3AveKpm0TT4S6jNC5lFaQBReoRsdg';

/**
 * Whether `password` is the one of `stored`.
 * @param stored null when there is no such account: takes the same time and answers false
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? NOBODY, normalPassword(password)).catch(() => false);
  return right && stored !== null;
}

/** Whether a stored hash was made with other parameters than ours of today. */
export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored);
  return (
    made.algorithm !== ARGON2ID ||
    made.memoryCost !== PARAMETERS.memoryCost ||
    made.timeCost !== PARAMETERS.timeCost ||
    made.parallelism !== PARAMETERS.parallelism
  );
}
