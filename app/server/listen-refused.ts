import { StartRefused } from './start-refused.ts';

/** Why the system does not let us listen, in words with the remedy; the error itself when unknown. */
export function listenRefused(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const words: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} is not for every account. Choose one above 1023 (PORT=3000) with a reverse proxy in front, or give the service CAP_NET_BIND_SERVICE.`,
    EADDRNOTAVAIL: `HOST=${host} is no address of this machine. Write 127.0.0.1, or 0.0.0.0 for all that it has.`,
    EAFNOSUPPORT: `HOST=${host} is of a kind that this machine does not have. Write 127.0.0.1, or 0.0.0.0 for all that it has.`,
    ENOTFOUND: `HOST=${host} cannot be found. Write an address of this machine: 127.0.0.1, or 0.0.0.0 for all that it has.`,
  };
  const said = words[error.code === 'EAI_AGAIN' ? 'ENOTFOUND' : (error.code ?? '')];
  return said ? new StartRefused(said) : error;
}
