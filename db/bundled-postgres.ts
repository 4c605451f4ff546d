export async function startBundledPostgres(_: {
  dataDir: string;
  log: (l: string) => void;
}): Promise<{ url: string; stop(): Promise<void> }> {
  throw new Error('pending');
}
