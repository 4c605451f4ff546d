/** Where things of this room are, for links and redirects. */

export const addressOfImport = (imported: string | number) => `/shelf/imports/${imported}`;

export const addressOfImportUndoing = (imported: string | number) =>
  `/shelf/imports/${imported}/undoing`;

export const addressOfShelfBook = (book: string | number) => `/shelf/books/${book}`;

export const addressOfShelfRemoval = (book: string | number) => `/shelf/books/${book}/removal`;

export const addressOfShelfReturn = (book: string | number) => `/shelf/books/${book}/return`;
