import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const COMMANDS = /^(?:[^/]+\/){1,2}commands\/[^/]+\.server\.ts$/;
const WRITES = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);

/**
 * A command is one verb in one transaction: either all of it has happened or nothing has.
 * @param {string} root the folder that holds app/
 * @returns which functions of commands break this, a sentence each
 */
export function brokenTransactions(root) {
  return readdirSync(join(root, 'app'), { recursive: true })
    .filter((file) => COMMANDS.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, 'app', file), 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return source.statements.flatMap((statement) =>
        functionsOf(statement).flatMap(({ name, body }) =>
          wrongIn(body).map((wrong) => `app/${file}: ${name} ${wrong}`),
        ),
      );
    });
}

/** The functions that a statement of a module declares. */
function functionsOf(statement) {
  if (ts.isFunctionDeclaration(statement) && statement.body) {
    return [{ name: statement.name?.text ?? 'it', body: statement.body }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      ? [{ name: name.getText(), body: initializer.body }]
      : [],
  );
}

function wrongIn(body) {
  const transactions = [];
  let writes = false;
  let outside = false;
  const visit = (node, inside) => {
    const began = beginsTransaction(node);
    if (began) transactions.push(node);
    if (inside && isDb(node)) outside = true;
    if (!inside && isWriteOnDb(node)) writes = true;
    ts.forEachChild(node, (child) => visit(child, inside || (began && isArgument(child, node))));
  };
  visit(body, false);
  return [
    transactions.length > 1 &&
      'begins more than one transaction. A command is one: what is between two can be lost.',
    outside &&
      'uses db inside its transaction: that is another connection, which sees and keeps other things.',
    transactions.length > 0 &&
      writes &&
      'writes beside its transaction: one of the two can be lost.',
  ].filter(Boolean);
}

/** `db.transaction()….execute(…)` */
function beginsTransaction(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  if (node.expression.name.text !== 'execute') return false;
  for (
    let on = node.expression.expression;
    ts.isCallExpression(on);
    on = on.expression.expression
  ) {
    if (!ts.isPropertyAccessExpression(on.expression)) return false;
    if (on.expression.name.text === 'transaction') return true;
  }
  return false;
}

const isArgument = (child, call) => call.arguments.includes(child);

/** The connection pool by its name, not something's property. */
function isDb(node) {
  if (!ts.isIdentifier(node) || node.text !== 'db') return false;
  const { parent } = node;
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node);
}

function isWriteOnDb(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    WRITES.has(node.expression.name.text) &&
    isDb(node.expression.expression)
  );
}
