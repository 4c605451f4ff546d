import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from './temporary.ts';
import { brokenTransactions } from './transactions.mjs';

let root: string;

beforeEach(() => {
  root = temporaryFolder();
  mkdirSync(join(root, 'app/circles/agreement/commands'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function said(text: string): string[] {
  writeFileSync(join(root, 'app/circles/agreement/commands/agree.server.ts'), text);
  return brokenTransactions(root);
}

test.each([
  ['in one transaction', 'return db.transaction().execute((tx) => write(tx));'],
  [
    'at an isolation level',
    "await db.transaction().setIsolationLevel('serializable').execute(async (tx) => { await tx.updateTable('seat').execute(); });",
  ],
  ['by one statement', "await db.insertInto('seat').execute();"],
  [
    'by one statement or another',
    "if (on) return db.insertInto('seat').execute(); return db.deleteFrom('seat').execute();",
  ],
  [
    'with a look before',
    "await db.selectFrom('seat').execute(); await db.transaction().execute((tx) => write(tx));",
  ],
  [
    'with somebody’s property of that name',
    'await db.transaction().execute((tx) => write(tx, member.db));',
  ],
])('a command may work %s', (_how, body) => {
  expect(said(`export async function agree() { ${body} }`)).toEqual([]);
  expect(said(`export const agree = async () => { ${body} };`)).toEqual([]);
});

test.each([
  [
    'two transactions',
    'await db.transaction().execute((tx) => one(tx)); await db.transaction().execute((tx) => two(tx));',
    'more than one transaction',
  ],
  [
    'one within another',
    'await db.transaction().execute(async (tx) => { await db.transaction().execute((own) => two(own)); });',
    'more than one transaction',
  ],
  [
    'a read by another connection',
    "await db.transaction().execute(async (tx) => { await db.selectFrom('seat').execute(); });",
    'uses db inside',
  ],
  [
    'the pool handed on',
    'await db.transaction().execute(async (tx) => { await count(db); });',
    'uses db inside',
  ],
  [
    'a write beside',
    "await db.transaction().execute((tx) => one(tx)); await db.deleteFrom('seat').execute();",
    'writes beside',
  ],
])('a command is refused for %s', (_what, body, why) => {
  for (const text of [
    `export async function agree() { ${body} }`,
    `const agree = async () => { ${body} };`,
  ]) {
    expect(said(text)).toContainEqual(
      expect.stringMatching(
        new RegExp(`^app/circles/agreement/commands/agree.server.ts: agree .*${why}`),
      ),
    );
  }
});
