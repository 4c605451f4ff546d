/** The bundled database cannot start. The message is one line for the operator, with the remedy. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}
