import { Agent, get } from 'node:http';

export interface Asked {
  path: string;
  status: number;
  connection: string | undefined;
}

/**
 * Asks for the paths in turn over a connection that is kept, as fast as they are answered, until
 * that fails. @returns the code it failed with
 */
export async function askUntilRefused(
  url: string,
  paths: string[],
  onAnswer: (asked: Asked) => void,
): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string) =>
    new Promise<Asked>((resolve, reject) => {
      get(url + path, { agent }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        answer.resume().on('end', () => resolve({ path, status, connection: headers.connection }));
        answer.on('error', reject);
      }).on('error', reject);
    });
  try {
    for (;;) for (const path of paths) onAnswer(await ask(path));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
