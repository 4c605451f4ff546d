/** What a measured server tells the bench over IPC: where it listens, and its CPU time when asked. */
export function announce(address: unknown): void {
  const port = (address as { port: number } | null)?.port;
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port });
}
