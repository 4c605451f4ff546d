import { spawn } from 'node:child_process';

/**
 * Ends a process once this one is gone, however it went: a shell that waits for the end of a pipe
 * from us sends it the signal. @returns what calls that off
 */
export function endWithUs(pid: number, signal: 'INT' | 'TERM'): () => void {
  const waits = 'cat >/dev/null; kill -"$1" "$2"';
  const shell = spawn('/bin/sh', ['-c', waits, 'sh', signal, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // What ends our group leaves it alone.
    detached: true,
  });
  shell.unref();
  return () => {
    shell.kill('SIGKILL');
    shell.stdin.destroy();
  };
}

/** Ends this process, as Ctrl-C would, once the one that started it is gone. */
export function endWithStarter(): void {
  const starter = process.ppid;
  const look = () => process.ppid === starter || process.kill(process.pid, 'SIGINT');
  setInterval(look, 1_000).unref();
}
