/** What a browser keeps for a person, under keys that begin with whose it is. */

const keptOf = (owner: number) => `octavo:${owner}:`;

export const keptKey = (owner: number, name: string) => `${keptOf(owner)}${name}`;

/** The browser's store; null where it is switched off. */
export function browserStore(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Drops everything that is kept for a person. Another one's at the same browser stays. */
export function forgetKept(owner: number): void {
  const store = browserStore();
  if (!store) return;
  for (const key of Object.keys(store)) {
    if (key.startsWith(keptOf(owner))) store.removeItem(key);
  }
}
