import { z } from 'zod';

const Env = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce
    .number('PORT must be a number, for example 3000.')
    .int()
    .min(0, 'PORT must be between 0 and 65535.')
    .max(65535, 'PORT must be between 0 and 65535.')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_URL: z
    .url({
      protocol: /^https?$/,
      error: 'APP_URL must be the address people open, for example https://circles.example.org.',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must start with postgres://.')
    .refine(
      (url) => URL.canParse(url),
      'DATABASE_URL is not an address. In its password, write # as %23, @ as %40 and / as %2F.',
    )
    .optional(),
  // Read by db/database.server.ts, which knows nothing of us: here they are only looked at.
  DATABASE_POOL: z.coerce
    .number('DATABASE_POOL must be a number of connections, for example 10.')
    .int()
    .min(2, 'DATABASE_POOL must be at least 2.')
    .optional(),
  DATABASE_PATIENCE: z.coerce
    .number('DATABASE_PATIENCE must be a number: 2 waits twice as long as usual.')
    .min(1, 'DATABASE_PATIENCE must be at least 1.')
    .max(60, 'DATABASE_PATIENCE must be 60 at most.')
    .optional(),
  DATA_DIR: z.string().default('data'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must start with smtp:// or smtps://.')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$/,
      'MAIL_FROM must look like: Octavo <octavo@example.org>.',
    )
    .default('Octavo <octavo@localhost.invalid>'),
  BACKUPS: z.coerce
    .number('BACKUPS must be a number: how many nightly backups to keep, for example 7.')
    .int('BACKUPS must be a whole number.')
    .min(0, 'BACKUPS must be 0 (none) or more.')
    .max(1000, 'BACKUPS must be 1000 at most.')
    .default(0),
  BOOK_LOOKUP: z
    .enum(['open-library'], 'BOOK_LOOKUP must be open-library, or empty for no look-up of books.')
    .optional(),
  BOOK_LOOKUP_URL: z
    .url({
      protocol: /^https?$/,
      error: 'BOOK_LOOKUP_URL must be an address, for example https://openlibrary.org.',
    })
    .default('https://openlibrary.org'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

export type Env = Omit<z.infer<typeof Env>, 'APP_URL'> & { APP_URL: string };

/** Parsed once at boot. @throws Error listing each variable that is wrong and its remedy */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable (`SMTP_URL=`) means unset.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = Env.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not right.\n${lines.join('\n')}`);
  }
  const host = result.data.HOST === '0.0.0.0' ? 'localhost' : result.data.HOST;
  return {
    ...result.data,
    APP_URL:
      result.data.APP_URL ??
      `http://${host === '127.0.0.1' ? 'localhost' : host}:${result.data.PORT}`,
  };
}

export const env: Env = parseEnv(process.env);
