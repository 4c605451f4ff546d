/** Where things of this room are, for links and redirects. `circle` is its slug. */

export const addressOfNewBook = (circle: string) => `/circles/${circle}/reading/books/new`;

export const addressOfBook = (circle: string, book: string | number) =>
  `/circles/${circle}/reading/books/${book}`;
