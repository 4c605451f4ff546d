import { statfsSync } from 'node:fs';

// What the server takes at its start, with room to grow; a container gives 64 MB, unless told less.
const ENOUGH = 8 * 1024 * 1024;

/**
 * How the server's processes share memory, as settings of `initdb` and `postgres`: as they are made
 * to, through /dev/shm, or where that is too small or missing through the kernel itself.
 */
export function sharedMemory(): string[] {
  return process.platform !== 'linux' || free('/dev/shm') >= ENOUGH
    ? []
    : ['-c', 'dynamic_shared_memory_type=sysv'];
}

function free(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
