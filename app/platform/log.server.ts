import { pino } from 'pino';
import { env } from '#app/platform/settings/env.server.ts';

/** Never log bodies, cookies, query strings or path tokens: they carry what circles confide. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  redact: { paths: ['*.password', '*.token', '*.cookie', 'headers', '*.headers'], censor: '…' },
});
