/** Where a book stands with one who reads. */
export type ShelfState = 'reading' | 'read' | 'want';
