import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GUIDES = join(import.meta.dirname, '../../docs/hosting');

/** [what stands in the guide's file, what stands there for this run] */
export type Change = readonly [string | RegExp, string];

/**
 * The text of a file of docs/hosting, with the places and ports of this machine in it.
 * @throws when something to change is not there: the guide has moved on
 */
export function guided(file: string, changes: readonly Change[]): string {
  return changed(readFileSync(join(GUIDES, file), 'utf8'), changes);
}

/** @throws when something to change is not there */
export function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, [what, into]) => {
    const after =
      typeof what === 'string' ? before.replaceAll(what, into) : before.replace(what, into);
    if (after === before && what !== into) throw new Error(`There is no ${what} in this text.`);
    return after;
  }, text);
}

/** Writes a configuration into a folder. @returns its path */
export function write(folder: string, name: string, text: string, mode = 0o644): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
}

/** The first block of a guide that is fenced as `language`, and has `holding` in it. */
export function blockIn(guide: string, language: string, holding = /(?:)/): string {
  const text = readFileSync(join(GUIDES, guide), 'utf8');
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'));
  for (const [, block = ''] of blocks) if (holding.test(block)) return block;
  throw new Error(`${guide} has no such block of ${language}.`);
}
