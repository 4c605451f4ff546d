/** Only where Octavo is developed and tested: what reads a statement is not there in production. */
export const checks = ['development', 'test'].includes(process.env.NODE_ENV ?? '')
  ? await import('./check.server.ts')
  : undefined;
