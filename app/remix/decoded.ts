import { RemixBrowser } from '@remix-run/react';

/**
 * Resolves when the data that came with a document are decoded. Remix's component suspends until
 * then, at the root, by throwing a promise before it does anything else; a press or a key at that
 * moment makes React hydrate at once, which a suspended root cannot (its error 345), and the press
 * is lost with the page it was on. So hydration begins when there is nothing to wait for.
 */
export async function whenDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    await thrown;
  }
}

/** What the loaders of the page gave, once it is decoded. */
export const decodedData = (): unknown => window.__remixContext.state.loaderData;
