import { z } from 'zod';
import { readDatabaseAddress } from '#app/platform/settings/database-address.server.ts';
import { withSecretFiles } from './secret-files.server.ts';
import { mailServerComplaint } from './service-address.server.ts';
import { ownAddress, type Read, readHost, readSiteAddress } from './site-address.server.ts';

const PORT_RANGE = 'PORT must be between 1 and 65535.';
const FIGURES_RANGE = 'METRICS_PORT must be between 1 and 65535.';
const PROXIES =
  'TRUST_PROXY must be how many reverse proxies stand in front of Octavo, from 0 to 5; with one, write 1.';
const FROM = 'Octavo <octavo@example.org>';

const Env = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'NODE_ENV must be production, or empty.')
    .default('production'),
  PORT: z.coerce
    .number('PORT must be a number, for example 3000.')
    .int('PORT must be a whole number, for example 3000.')
    .min(1, PORT_RANGE)
    .max(65535, PORT_RANGE)
    .default(3000),
  HOST: read((given) => readHost(given)).default('127.0.0.1'),
  METRICS_PORT: z.coerce
    .number('METRICS_PORT must be a number, for example 9464, or empty for no figures.')
    .int('METRICS_PORT must be a whole number, for example 9464.')
    .min(1, FIGURES_RANGE)
    .max(65535, FIGURES_RANGE)
    .optional(),
  METRICS_HOST: read((given) => readHost(given, 'METRICS_HOST')).default('127.0.0.1'),
  APP_URL: read(readSiteAddress).optional(),
  // As libpq takes it: read further with the variables that libpq takes, too.
  DATABASE_URL: z.string().optional(),
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
  DATABASE_PREPARED: z
    .enum(['yes', 'no'], 'DATABASE_PREPARED must be yes or no; no plans each statement anew.')
    .optional(),
  DATA_DIR: z.string().default('data'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, {
      error: 'SMTP_URL must start with smtp:// or smtps://.',
      abort: true,
    })
    .superRefine(complain((url) => mailServerComplaint('SMTP_URL', url)))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$/, `MAIL_FROM must look like: ${FROM}.`)
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
  TRUST_PROXY: z.coerce.number(PROXIES).int(PROXIES).min(0, PROXIES).max(5, PROXIES).default(0),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.',
    )
    .default('warn'),
});

export type Env = Omit<z.infer<typeof Env>, 'APP_URL'> & {
  /** the origin people open, without a slash at its end */
  APP_URL: string;
  /** whether that was set, rather than made of HOST and PORT */
  addressGiven: boolean;
};

/** Parsed once at boot. @throws Error with a line for each variable that is wrong: its remedy */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable (`SMTP_URL=`) means unset.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const { settings: given, wrong } = withSecretFiles(set);
  const { data, error } = Env.safeParse(given);
  const lines = [...wrong, ...(error?.issues.map(({ message }) => message) ?? [])];
  const database = given.DATABASE_URL && readDatabaseAddress(given.DATABASE_URL, given);
  if (database && 'instead' in database) lines.push(database.instead);
  if (given.SMTP_URL && !given.MAIL_FROM) {
    lines.push(
      `MAIL_FROM must be set with SMTP_URL: an address that the mail server sends for, for example ${FROM}.`,
    );
  }
  if (data && data.METRICS_PORT === data.PORT) {
    lines.push(
      'METRICS_PORT must be another port than PORT, where everybody comes; for example 9464.',
    );
  }
  if (!data || lines.length > 0) throw new Error(lines.join('\n'));
  return {
    ...data,
    DATABASE_URL: database && 'value' in database ? database.value : undefined,
    APP_URL: data.APP_URL ?? ownAddress(data.HOST, data.PORT),
    addressGiven: data.APP_URL !== undefined,
  };
}

function read(reader: (given: string) => Read) {
  return z.string().transform((given, context) => {
    const answer = reader(given);
    if ('value' in answer) return answer.value;
    context.addIssue({ code: 'custom', message: answer.instead });
    return z.NEVER;
  });
}

function complain(about: (value: string) => string | null) {
  return (value: string, context: z.RefinementCtx) => {
    const complaint = about(value);
    if (complaint) context.addIssue({ code: 'custom', message: complaint });
  };
}

export const env: Env = parseEnv(process.env);
