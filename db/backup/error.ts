/** A backup cannot be made or restored. The message is for the operator and says what to do. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** What is said when whoever began it stops it. */
export const stoppedEarly = () =>
  new BackupError('Stopped before the end: no backup was made or restored.');
