import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The closed vocabulary of a room: a domain, or one wing of it, holds these kinds of file and no
 * others, so that a stranger finds a thing by its kind. `docs/house.md` says what each may do.
 */
const FILES = [
  /^(forms|rules|words|notices|addresses)\.ts$/,
  /^(jobs|messages|limits)\.server\.ts$/,
];
/** Found by name in rooms, so a wing’s would never be seen. */
const OF_ROOMS = /^(notices\.ts|(jobs|messages|limits)\.server\.ts)$/;
const FOLDERS = {
  forms: { file: /\.ts$/, says: 'forms/ holds zod schemas: plain .ts files.' },
  rules: { file: /\.ts$/, says: 'rules/ holds pure decisions: plain .ts files.' },
  words: { file: /\.ts$/, says: 'words/ holds what is said: plain .ts files.' },
  rows: {
    file: /\.server\.ts$/,
    says: 'rows/ holds locks, selects and shared writes: .server.ts.',
  },
  queries: {
    file: /\.server\.ts$|-view\.ts$/,
    says: 'queries/ holds reads (.server.ts) and the shapes they return (…-view.ts).',
  },
  commands: { file: /\.server\.ts$/, says: 'commands/ holds one verb a file: .server.ts.' },
  views: { file: /\.tsx?$/, notFile: /\.server\./, says: 'views/ reach the browser: .tsx or .ts.' },
  mail: { file: /\.tsx$/, says: 'mail/ holds one mail a file, with its subject: .tsx.' },
  occasions: {
    file: /\.server\.ts$/,
    says: 'occasions/ holds what people are told of, a thing a file: .server.ts.',
  },
  slots: {
    file: /^(home|circle)(\.server\.ts|\.tsx)$|^nav\.ts$/,
    says: 'slots/ holds what the frame looks for: home and circle (.server.ts reads, .tsx shows), nav.ts.',
  },
};
/** Names that say nothing. */
const NAMELESS = /^(index|utils?|helpers?|misc|common|shared|lib)\b/;
/** Where a file of another name would belong. */
const BELONGS = [
  [NAMELESS, 'name it after what it does, in its kind’s folder'],
  [/^(emails?|mails?|templates?)\b/, 'a mail is a file of mail/'],
  [/^(schemas?|validation)\b/, 'schemas are forms.ts'],
  [/^(refusals?|.*-words|messages?|strings?)\b/, 'what is said is words.ts'],
  [/^(constants?|policy|policies|state)\b/, 'decisions are rules.ts'],
  [
    /^(types?|models?|interfaces?)\b/,
    'a shape stands beside what makes it: queries/, rules/ or forms.ts',
  ],
  [/^(urls?|paths?|links?|routes?)\b/, 'addresses are addresses.ts'],
  [/^(tasks?|workers?|crons?)\b/, 'background work is jobs.server.ts'],
  [/^use-/, 'hooks are views/'],
  [/\.tsx$/, 'components are views/, mails are mail/'],
  [/^(queries|commands|rows|views|mail)\b/, 'this kind is a folder'],
];
const MOST_FILES = 15;
const WRITES =
  /\.(insertInto|updateTable|deleteFrom|mergeInto)\(|\b(insert into|delete from) \w|\bupdate \w+\s+set\b/;

/**
 * @param {string} root the folder that holds app/
 * @param {readonly string[]} rooms the names of the domains
 * @returns what stands where it does not belong, a sentence each
 */
export function strangers(root, rooms) {
  const said = [];
  for (const room of rooms) {
    const folder = join(root, 'app', room);
    if (existsSync(folder)) inRoom(folder, `app/${room}`, said, { wings: true });
  }
  return said;
}

function inRoom(folder, path, said, { wings }) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = `${path}/${entry.name}`;
    if (!entry.isDirectory()) {
      const style = entry.name === `${basename(path)}.css`;
      if (!style && !FILES.some((known) => known.test(entry.name)))
        said.push(`${at}: ${whereTo(entry.name)}`);
      else if (!wings && OF_ROOMS.test(entry.name))
        said.push(`${at}: it is looked for in rooms. Put what it holds into the room’s.`);
    } else if (['slots', 'occasions'].includes(entry.name) && !wings) {
      said.push(`${at}/: it is looked for in rooms. Put what it holds into the room’s.`);
    } else if (Object.hasOwn(FOLDERS, entry.name)) {
      inKind(join(folder, entry.name), at, FOLDERS[entry.name], said);
    } else if (NAMELESS.test(entry.name)) {
      said.push(`${at}/: name it after what it does, in its kind’s folder.`);
    } else if (!wings) {
      said.push(`${at}/: a wing has no wings. Make it a wing of the room, or a room of its own.`);
    } else {
      const before = said.length;
      inRoom(join(folder, entry.name), at, said, { wings: false });
      // A folder in which nothing has a kind is no wing.
      if (said.length === before && !holdsAnything(join(folder, entry.name))) {
        said.push(`${at}/: an empty wing.`);
      }
    }
  }
}

function inKind(folder, path, kind, said) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) {
    const at = `${path}/${entry.name}`;
    if (entry.isDirectory()) said.push(`${at}/: a kind has no folders. Make the noun a wing.`);
    else if (!kind.file.test(entry.name) || kind.notFile?.test(entry.name))
      said.push(`${at}: ${kind.says}`);
    else if (NAMELESS.test(entry.name)) {
      said.push(`${at}: name it after what it does.`);
    } else if (
      basename(path) === 'queries' &&
      WRITES.test(readFileSync(join(folder, entry.name), 'utf8'))
    ) {
      said.push(`${at}: a query only reads. What writes is a command, or a shared write in rows/.`);
    }
  }
  if (entries.length > MOST_FILES) {
    said.push(
      `${path}/ holds ${entries.length} files, more than ${MOST_FILES}: which noun in it is a wing?`,
    );
  }
}

function whereTo(name) {
  const [, place] = BELONGS.find(([like]) => like.test(name)) ?? [];
  return `no kind of file that a room holds: ${place ?? 'see “What a room holds” in docs/house.md'}.`;
}

const holdsAnything = (folder) => readdirSync(folder).length > 0;
