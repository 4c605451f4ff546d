import { limit } from '#app/platform/rate-limit.server.ts';

/** exports one person can send */
export const imports = limit({ name: 'shelf-import', points: 20, seconds: 60 * 60 });
/** books one person can have looked up elsewhere */
export const lookUps = limit({ name: 'book-lookup', points: 40, seconds: 10 * 60 });
