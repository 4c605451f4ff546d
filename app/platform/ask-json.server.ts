export interface AskedSite {
  /** 'https://host' or with a path before the questions; nothing else is ever asked */
  base: string;
  timeoutMs: number;
  maxBytes: number;
}

/** The site did not answer as it should: in time, in JSON, itself, in so few bytes. */
export class NoAnswer extends Error {}

/**
 * Asks another site a question, and follows no redirect. Nothing sent tells on whose behalf.
 * @param path from `base` on, with a slash in front
 * @throws NoAnswer
 */
export async function askJson(
  { base, timeoutMs, maxBytes }: AskedSite,
  path: string,
  query: Record<string, string>,
): Promise<unknown> {
  const url = `${base.replace(/\/+$/, '')}${path}?${new URLSearchParams(query)}`;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'application/json', 'User-Agent': 'Octavo' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new NoAnswer(`answered ${response.status}`);
    }
    return JSON.parse(await bodyOf(response, maxBytes));
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(String(error));
  }
}

async function bodyOf(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection. (The DOM's types know no iterating of a body.)
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new NoAnswer(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
