/** of the catalogue, and of a shelf */
export const BOOKS_A_PAGE = 50;
