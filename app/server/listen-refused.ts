import { StartRefused } from './start-refused.ts';

export interface ListenPlace {
  /** what the names of the settings that say where begin with */
  setting: '' | 'METRICS_';
  host: string;
  port: number;
}

const CHOICES = {
  '': {
    taken: (port: number) => `PORT=${port + 1} npm start`,
    low: 'Choose one above 1023 (PORT=3000) with a reverse proxy in front, or give the service CAP_NET_BIND_SERVICE.',
  },
  METRICS_: {
    taken: (port: number) => `METRICS_PORT=${port + 1}, for each process its own`,
    low: 'Choose one above 1023: METRICS_PORT=9464',
  },
};

/** Why the system does not let us listen, in words with the remedy; the error itself when unknown. */
export function listenRefused(error: NodeJS.ErrnoException, place: ListenPlace): Error {
  const { setting, host, port } = place;
  const choices = CHOICES[setting];
  const given = `${setting}HOST=${host}`;
  const words: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken. Stop what uses it, or choose another: ${choices.taken(port)}`,
    EACCES: `Port ${port} is not for every account. ${choices.low}`,
    EADDRNOTAVAIL: `${given} is no address of this machine. Write 127.0.0.1, or 0.0.0.0 for all that it has.`,
    EAFNOSUPPORT: `${given} is of a kind that this machine does not have. Write 127.0.0.1, or 0.0.0.0 for all that it has.`,
    ENOTFOUND: `${given} cannot be found. Write an address of this machine: 127.0.0.1, or 0.0.0.0 for all that it has.`,
  };
  const said = words[error.code === 'EAI_AGAIN' ? 'ENOTFOUND' : (error.code ?? '')];
  return said ? new StartRefused(said) : error;
}
