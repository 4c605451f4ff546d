import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** The line of what a path leads to; of what isn't given, that of what it would stand in. */
export type LineOfPath = (path: readonly PropertyKey[]) => number;

type Read<T> = { ok: true; value: T; lineOf: LineOfPath } | { ok: false; problems: Problem[] };

/**
 * Reads YAML by a schema.
 * @param of.what what it is called in reasons
 * @param of.above the number of lines of the file before the YAML's first, so that problems carry
 *   the line of the file
 */
export function readYaml<S extends z.ZodType>(
  schema: S,
  yaml: string,
  { what, above = 0 }: { what: string; above?: number },
): Read<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineAt = (offset: number) => above + lines.linePos(offset).line;

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      reason: `${what} is not YAML: ${firstLine(error.message)}`,
    }));
    return { ok: false, problems };
  }
  const lineOf: LineOfPath = (path) => {
    const [key, ...above] = [...path].reverse();
    if (key === undefined) return lineAt(0);
    const parent = document.getIn(above.reverse(), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key: at }) => isScalar(at) && at.value === key)?.key
      : document.getIn(path, true);
    const range = (pair as { range?: [number, ...unknown[]] | null } | undefined)?.range;
    return range ? lineAt(range[0]) : lineOf(path.slice(0, -1));
  };
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { ok: true, value: result.data, lineOf };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const { path } = issue;
    const named = path.findLast((part) => typeof part === 'string');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) => ({
        line: lineOf([...path, name]),
        reason: `${what} has a key that is not known: ${name}`,
      }));
    }
    if (named === undefined) return [{ line: lineAt(0), reason: `${what} has no keys` }];
    const given = document.hasIn(path);
    const reason = given ? issue.message : `${what} lacks ${named}`;
    return [{ line: lineOf(path), reason }];
  });
  return { ok: false, problems };
}

// The library repeats the text of the line after a blank one.
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
