import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Told what is being done; asked again and again how far it is. */
export type Progress = (words: () => string) => void;

/** Lets bytes through and knows afterwards how many lines and bytes they were, and their SHA-256. */
export function measured() {
  const hash = createHash('sha256');
  const sum = { rows: 0, bytes: 0 };
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sum.bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) sum.rows++;
      done(null, chunk);
    },
  });
  return { through, sum, result: () => ({ ...sum, sha256: hash.digest('hex') }) };
}
