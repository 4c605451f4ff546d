/**
 * Follows one side's messages across chunks: a letter, a length, a body (PostgreSQL documentation,
 * "Message Formats"). A client's first has no letter.
 */
export function framesOf(
  side: 'client' | 'server',
  found: (type: string, body: () => string) => void,
): (chunk: Buffer) => void {
  let letter = side === 'client' ? 0 : 1;
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    while (rest.length >= letter + 4) {
      const length = rest.readInt32BE(letter) + letter;
      if (rest.length < length) return;
      const frame = rest.subarray(0, length);
      if (letter === 1) found(String.fromCharCode(frame[0] ?? 0), () => frame.toString('utf8', 5));
      letter = 1;
      rest = rest.subarray(length);
    }
  };
}
