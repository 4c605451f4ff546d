import { createHash, randomBytes } from 'node:crypto';

/** A random token of 160 bits, URL-safe. Store only its hash. */
export const newToken = () => randomBytes(20).toString('base64url');

/** Hex SHA-256, the form in which tokens are stored. Tokens are random, so no salt is needed. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
