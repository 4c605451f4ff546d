import { createHash, randomBytes } from 'node:crypto';

/** A random token, of 160 bits unless it says otherwise, URL-safe. Store only its hash. */
export const newToken = (bytes = 20) => randomBytes(bytes).toString('base64url');

/** Hex SHA-256, the form in which tokens are stored. Tokens are random, so no salt is needed. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
