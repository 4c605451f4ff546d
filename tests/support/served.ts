import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type HttpOptions, httpApp } from '#app/server/http.server.ts';
import { serverBuild } from './server-build.ts';

export interface Said {
  status: number;
  headers: string;
  body: string;
}

/** The product behind a real HTTP server on the loopback interface, over the real routes. */
export async function startSite(options: HttpOptions = {}) {
  const server: Server = httpApp(serverBuild, options).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    /** Sends bytes as they are and reads until the server has answered and closed. */
    raw: (bytes: string | Buffer) => exchange(port, bytes),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function exchange(port: number, bytes: string | Buffer): Promise<Said> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const said = Buffer.concat(chunks).toString('latin1');
      const [headers = '', body = ''] = said.split('\r\n\r\n', 2);
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(headers)?.[1] ?? 0), headers, body });
    });
  });
}
