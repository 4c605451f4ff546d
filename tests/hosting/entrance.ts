import { readFileSync } from 'node:fs';
import { type IncomingMessage, request as plainly } from 'node:http';
import { request as secretly } from 'node:https';

const TIMEOUT_MS = 20_000;

/** The way in: the address people see, and where on this machine it is answered. */
export interface Entrance {
  /** as in the browser's address bar: https://circles.example.org */
  origin: string;
  /** of 127.0.0.1 */
  port: number;
  /** path of the authority to trust; none for http */
  ca?: string;
}

export interface Answer {
  status: number;
  header(name: string): string;
  /** of all Set-Cookie headers */
  cookies: string[];
  body: string;
}

export interface Asking {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** an address of 127.0.0.0/8 that the visitor comes from */
  from: string;
}

/** Sends one request to this machine, as to the address that people see. */
export function ask({ origin, port, ca }: Entrance, asking: Asking): Promise<Answer> {
  const { method, path, headers, body, from } = asking;
  const { hostname, host } = new URL(origin);
  const options = {
    ...{ host: '127.0.0.1', port, path, method, localAddress: from, timeout: TIMEOUT_MS },
    headers: { host, ...headers, ...(body && { 'content-length': body.length }) },
    agent: false as const,
  };
  const secret = { ...options, servername: hostname, ca: ca && readFileSync(ca) };
  return new Promise((resolve, reject) => {
    const sent = ca ? secretly(secret) : plainly(options);
    let answered = false;
    sent.on('response', (response) => {
      answered = true;
      whole(response).then(resolve, reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`${path} was not answered in time`)));
    // A server that refuses a body may close while it is still being sent; its answer counts.
    sent.on('error', (error) => !answered && reject(error));
    sent.end(body);
  });
}

async function whole(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return {
    status: response.statusCode ?? 0,
    header: (name) => [response.headers[name.toLowerCase()] ?? ''].flat().join(', '),
    cookies: response.headers['set-cookie'] ?? [],
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
