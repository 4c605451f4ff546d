import { env } from '#app/platform/settings/env.server.ts';
import { backUpTo, newBackupFile } from '#app/site/commands/back-up.server.ts';
import { restoreBackup } from '#db/backup/restore.ts';
import { closeDatabase, databaseUrl } from '#db/database.server.ts';
import { openDatabase } from './open-database.server.ts';
import { inWords, requireOurs } from './whose-database.server.ts';

type During = <T>(label: string | (() => string), work: Promise<T>) => Promise<T>;

interface Terminal {
  during: During;
  /** aborted by Ctrl-C: the command ends, with nothing half done */
  stop: AbortSignal;
}

/**
 * `npm run backup`: writes everything to `file`, or to a dated one beside the nightly ones, whether
 * or not the site is running.
 * @throws BackupError, StartRefused or DatabaseStartError with words for the terminal
 */
export async function backUp(file: string | undefined, { during, stop }: Terminal) {
  await withDatabase(true, during, async () => {
    const path = file ?? newBackupFile(new Date());
    let at = () => 'everything';
    const tell = (words: () => string) => {
      at = words;
    };
    const { rows, bytes } = await during(() => `Backing up ${at()}`, backUpTo(path, tell, stop));
    const size = `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} KB`;
    process.stdout.write(`${path}: ${rows.toLocaleString('en-GB')} rows, ${size}\n`);
  });
}

/**
 * `npm run restore FILE`: reads a backup into the empty database that the settings name.
 * @throws BackupError, StartRefused or DatabaseStartError with words for the terminal
 */
export async function restoreFrom(file: string, { during, stop }: Terminal): Promise<void> {
  await withDatabase(false, during, async (words) => {
    let at = () => 'Reading the backup';
    const tell = (words: () => string) => {
      at = () => `Restoring: ${words()}`;
    };
    const found = await requireOurs(words);
    const restoring = restoreBackup(databaseUrl(), file, tell, stop).catch((error) => {
      throw inWords(error, words, found);
    });
    const { rows, madeAt } = await during(() => at(), restoring);
    process.stdout.write(
      `${rows.toLocaleString('en-GB')} rows of ${madeAt} are here again. Start it with: npm start\n`,
    );
    if (!env.SMTP_URL) return;
    process.stdout.write('Mail that waited in the backup is sent from here: stop the old site.\n');
  });
}

async function withDatabase(
  shared: boolean,
  during: During,
  work: (words: string) => Promise<void>,
) {
  const database = await during('Starting the database', openDatabase(shared));
  try {
    await work(database.words);
  } finally {
    await closeDatabase();
    await database.stop();
  }
}
