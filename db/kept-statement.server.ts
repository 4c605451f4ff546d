import type { CompiledQuery } from 'kysely';
import { db } from './database.server.ts';

/** A query of Kysely's builders, or of its `sql`. */
interface Compilable<Row> {
  compile(on: typeof db): CompiledQuery<Row>;
}

/** Stands in a statement for a value that it is asked with. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement that Kysely builds once, for those that pages ask again and again: building took it
 * longer than PostgreSQL needs to answer some of them.
 * @param build given a place for each value: what it does may depend on none of them
 */
export function keptStatement<Values extends object, Row>(
  build: (places: Values) => Compilable<Row>,
): (values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined;
  return async (values) => {
    kept ??= build(placesOf<Values>()).compile(db);
    const parameters = kept.parameters.map((given) =>
      given instanceof Place ? values[given.name as keyof Values] : given,
    );
    return (await db.executeQuery<Row>({ ...kept, parameters })).rows;
  };
}

const placesOf = <Values extends object>() =>
  new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;
