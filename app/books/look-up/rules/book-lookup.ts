/** A book as a look-up found it. Every part but the title may be empty. */
export interface Found {
  title: string;
  subtitle: string;
  author: string;
  /** 13 digits */
  isbn: string | null;
  pages: number | null;
}

/** Somewhere books can be looked up. Both throw NoAnswer when it does not answer. */
export interface BookLookup {
  byIsbn(isbn: string): Promise<Found | null>;
  /** the best few, the best first */
  byTitle(words: string): Promise<Found[]>;
}
