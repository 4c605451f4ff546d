import { Agent, request } from 'node:http';

const TIMEOUT_MS = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 128 });

export interface Answer {
  status: number;
  location: string;
  body: string;
  cookies: string[];
}

/** No answer came: nobody listened, or the connection was lost before it. */
export class Unanswered extends Error {
  override name = 'Unanswered';
  /** the request went over a connection that had been answered on before */
  readonly onKept: boolean;

  constructor(why: string, onKept: boolean) {
    super(why);
    this.onKept = onKept;
  }
}

export interface Browser {
  cookie: string;
  /** the network it comes from; each person is at a place of their own */
  ip: string;
}

/**
 * Posts a form as the product's own page would. Only to this machine.
 * @param url of the installation
 * @throws Unanswered
 */
export function post(
  url: string,
  path: string,
  form: Record<string, string>,
  { cookie, ip }: Browser,
): Promise<Answer> {
  const { origin, host, port } = new URL(url);
  const body = new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const asked = request({
      ...{ agent, host: '127.0.0.1', port, path, method: 'POST', timeout: TIMEOUT_MS },
      headers: {
        ...{ host, origin, cookie, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ip },
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    });
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new Unanswered(error.code ?? error.message, asked.reusedSocket));
    asked.on('error', fail);
    asked.on('timeout', () => asked.destroy(new Error('timed out')));
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          body: Buffer.concat(chunks).toString(),
          cookies: (response.headers['set-cookie'] ?? []).map((set) => set.split(';', 1)[0] ?? ''),
        }),
      );
    });
    asked.end(body);
  });
}

/**
 * Signs a person in through the form.
 * @returns their Cookie header
 */
export async function signIn(url: string, email: string, password: string, ip: string) {
  const answer = await post(url, '/sign-in', { email, password }, { cookie: '', ip });
  if (answer.status === 303) return answer.cookies.join('; ');
  throw new Error(`${email} could not sign in: ${answer.status}`);
}
