import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { spelledAddresses } from './spelled-addresses.mjs';
import { temporaryFolder } from './temporary.ts';
import { strangers } from './vocabulary.mjs';

let root: string;

beforeEach(() => {
  root = temporaryFolder();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text = 'export const it = 1;\n') {
  const path = join(root, 'app/circles', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const said = () => strangers(root, ['circles']);

test('a room and its wing hold every kind of file there is', () => {
  const kinds = [
    ...['forms.ts', 'rules.ts', 'words.ts', 'notices.ts', 'addresses.ts', 'jobs.server.ts'],
    ...[
      'limits.server.ts',
      'messages.server.ts',
      'rows/circle-row.server.ts',
      'queries/people.server.ts',
    ],
    ...['queries/person-view.ts', 'commands/join.server.ts', 'views/people-view.tsx'],
    ...['views/use-dragged.ts', 'mail/invitation.tsx', 'rules/seats.ts', 'words/refusals.ts'],
  ];
  for (const kind of kinds) {
    plant(kind);
    if (!/notices|jobs|messages|limits/.test(kind)) plant(`agreement/${kind}`);
  }
  plant('circles.css', '.circle {}');
  expect(said()).toEqual([]);
});

test.each([
  ['utils.ts', 'name it after what it does'],
  ['helpers/dates.ts', 'name it after what it does'],
  ['emails.tsx', 'a mail is a file of mail/'],
  ['schemas.ts', 'schemas are forms.ts'],
  ['refusals.ts', 'what is said is words.ts'],
  ['constants.ts', 'decisions are rules.ts'],
  ['types.ts', 'a shape stands beside what makes it'],
  ['urls.ts', 'addresses are addresses.ts'],
  ['tasks.server.ts', 'background work is jobs.server.ts'],
  ['use-dragged.ts', 'hooks are views/'],
  ['circle-card.tsx', 'components are views/'],
  ['seats.server.ts', 'see “What a room holds” in docs/house.md'],
  ['other.css', 'see “What a room holds” in docs/house.md'],
  ['agreement/deeper/rules.ts', 'a wing has no wings'],
  ['agreement/jobs.server.ts', 'it is looked for in rooms'],
  ['agreement/notices.ts', 'it is looked for in rooms'],
  ['agreement/messages.server.ts', 'it is looked for in rooms'],
  ['views/parts/circle-card.tsx', 'a kind has no folders'],
  ['views/circle.server.ts', 'views/ reach the browser'],
  ['queries/people.ts', 'queries/ holds reads'],
  ['commands/join.ts', 'commands/ holds one verb a file'],
  ['rows/circle-row.ts', 'rows/ holds locks'],
  ['rules/seats.tsx', 'rules/ holds pure decisions'],
  ['mail/invitation.ts', 'mail/ holds one mail a file'],
  ['views/index.ts', 'name it after what it does'],
])('%s is refused, and told where it belongs', (file, where) => {
  plant(file);
  const [refused, ...others] = said();
  expect(refused).toContain(`app/circles/${file.split('/').slice(0, -1).join('/')}`);
  expect(refused).toContain(where);
  expect(others).toEqual([]);
});

test.each([
  "db.insertInto('seat').values({})",
  "tx.updateTable('seat').set({})",
  "tx.deleteFrom('seat')",
  'sql`insert into seat values (1)`',
  'sql`update seat set taken = true`',
  'sql`delete from seat`',
])('a query that writes is refused: %s', (writing) => {
  plant('queries/people.server.ts', `export const people = () => ${writing};\n`);
  expect(said()).toEqual([expect.stringContaining('a query only reads')]);
});

test('a folder of more than fifteen files is refused', () => {
  for (let n = 1; n <= 15; n++) plant(`views/part-${n}.tsx`);
  expect(said()).toEqual([]);
  plant('views/part-16.tsx');
  expect(said()).toEqual([expect.stringContaining('holds 16 files')]);
});

test('an address with a parameter is spelled in addresses.ts alone', () => {
  const spelled = ['export const at = (slug: string) => `/circles/$', '{slug}/people`;\n'].join('');
  plant('addresses.ts', spelled);
  plant('views/people-view.tsx', "export const all = '/circles/new';\n");
  expect(spelledAddresses(root)).toEqual([]);
  plant('views/person-view.tsx', spelled);
  expect(spelledAddresses(root)).toEqual([
    expect.stringContaining('app/circles/views/person-view.tsx'),
  ]);
});
