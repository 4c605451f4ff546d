import type { Server } from 'node:http';
import { type ListenPlace, listenRefused } from './listen-refused.ts';

/** Listens there. @throws StartRefused when nobody can */
export function listening(server: Server, place: ListenPlace): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', (error: NodeJS.ErrnoException) => {
      reject(listenRefused(error, place));
    });
    server.listen(place.port, place.host);
  });
}
