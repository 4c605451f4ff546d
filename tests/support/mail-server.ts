import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { certificate, certificateKey } from '#tests/support/certificate.ts';

export interface Received {
  from: string;
  to: string[];
  /** whom it was sent as, where the server asks */
  user: string | null;
  encrypted: boolean;
  data: string;
}

export interface MailServer {
  port: number;
  received: Received[];
  /** Ends every connection at once, as a server that dies. */
  hangUp(): void;
  stop(): Promise<void>;
}

/** Who may send, and with what password. */
export const SENDER = { user: 'post@circles.example', password: 'p#ss/w@rd' };

/** A mail server on the loopback interface; STARTTLS with a certificate that signed itself. */
export async function startMailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    ...{ logger: false, disableReverseLookup: true, key: certificateKey, cert: certificate },
    onAuth({ username, password }, _, done) {
      if (username === SENDER.user && password === SENDER.password) done(null, { user: username });
      else done(new Error('5.7.8 Error: authentication failed'));
    },
    onData(stream, { envelope, user, secure }, done) {
      let data = '';
      stream.setEncoding('utf8').on('data', (chunk) => {
        data += chunk;
      });
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          ...{ user: user ?? null, encrypted: secure, data },
        });
        done();
      });
    },
    ...options,
  });
  // A client that does not trust us hangs up.
  server.on('error', () => {});
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    hangUp() {
      for (const socket of sockets) socket.destroy();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
