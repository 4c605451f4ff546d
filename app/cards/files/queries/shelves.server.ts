import { join } from 'node:path';
import { log } from '#app/platform/log.server.ts';
import { env } from '#app/platform/settings/env.server.ts';
import { type Library, type Memory, readLibrary } from './library.server.ts';
import { type Parse, parsedAtBuild, parseNow } from './parsed.server.ts';

/** Put here by the build: vite.config.ts. */
declare const __CARD_PARSER__: string | undefined;

/** The decks of a folder as they are now. Never rejects: what cannot be read is left out. */
export type DeckFolders = () => Promise<Library>;

interface ShelfOptions {
  /** look again at every call, so that an edited card shows at once */
  watch: boolean;
  /** reads the text of a card; parses it, without this */
  parse?: Parse;
  /** told of each broken file once, until it breaks in another way */
  warn: (broken: { file: string; line: number; reason: string }) => void;
}

/** Reads the decks of `folder` at the first call and keeps them for the life of the process. */
export function deckFoldersOf(
  folder: string,
  { watch, warn, parse = parseNow }: ShelfOptions,
): DeckFolders {
  const memory: Memory = new Map();
  const told = new Set<string>();
  let kept: Promise<Library> | undefined;

  const read = async (): Promise<Library> => {
    const library = await readLibrary(folder, { memory, parse }).catch((error): Library => {
      kept = undefined;
      const reason = `the folder of decks could not be read (${error.code ?? error.message})`;
      return { decks: [], problems: [{ file: '.', line: 1, reason }] };
    });
    for (const { file, line, reason } of library.problems) {
      const name = join(folder, file);
      if (told.has(`${name}:${line}:${reason}`)) continue;
      told.add(`${name}:${line}:${reason}`);
      warn({ file: name, line, reason });
    }
    return library;
  };
  return () => {
    if (watch) return read();
    kept ??= read();
    return kept;
  };
}

/** The decks of this installation. */
export const deckFolders: DeckFolders = deckFoldersOf(join(process.cwd(), 'content/decks'), {
  watch: env.NODE_ENV === 'development',
  parse: parsedAtBuild(
    join(process.cwd(), 'build/server/cards.json'),
    typeof __CARD_PARSER__ === 'undefined' ? undefined : __CARD_PARSER__,
  ),
  warn: (broken) => log.error(broken, 'A prompt card cannot be shown.'),
});
