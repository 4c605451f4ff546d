import { asksForData, isData } from '#app/remix/addresses.ts';

/** An answer to a page's script that is not the data it asked for. */
export class NoData extends Error {
  readonly status: number;
  readonly data: NoDataSaid;
  // With these two, isRouteErrorResponse() takes it for what Remix itself throws.
  readonly statusText = '';
  readonly internal = false;

  constructor(status: number, said: NoDataSaid) {
    super(`An answer without data (${status})`);
    this.status = status;
    this.data = said;
  }
}

export interface NoDataSaid {
  /** whoever stands in front of Octavo gave it in its place */
  inFront: boolean;
  /** what Octavo itself said in plain words; '' when it did not */
  words: string;
}

/**
 * Remix decodes every answer to its scripts, and where a reverse proxy answered with a page of its
 * own all it has to say is that it could not. So such an answer is thrown before.
 * @returns a fetch that throws NoData
 */
export function tellingFetch(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await ask(input, init);
    if (!asksForData(input instanceof Request ? input.url : String(input)) || isData(answer)) {
      return answer;
    }
    throw new NoData(answer.status, await whatItSays(answer));
  };
}

async function whatItSays(answer: Response): Promise<NoDataSaid> {
  // Octavo numbers whatever it answers.
  const inFront = !answer.headers.has('X-Request-Id');
  const plain = answer.headers.get('Content-Type')?.startsWith('text/plain');
  return { inFront, words: !inFront && plain && answer.status < 500 ? await answer.text() : '' };
}
