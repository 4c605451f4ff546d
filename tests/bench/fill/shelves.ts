import { type Filling, HEAVY, MEMBER } from './filling.ts';

/** Books on everybody's own shelf; many on those that are measured. */
export async function fillShelves({ run }: Filling): Promise<void> {
  await run(
    `insert into shelf_book (person_id, title, author, pages, state, read_on, added_on, source,
       source_key, book_key, rating)
     select p.id, 'Notes on leading, volume ' || n, 'Writer ' || n % 90, 180 + n,
       (array['read','read','want','reading'])[1 + n % 4],
       case when n % 4 < 2 then current_date - n * 9 end, current_date - n * 10, 'own',
       n::text, 'volume ' || n, case when n % 4 = 0 then 4 end
     from person p, generate_series(1, 60) n
     where n <= 10 or p.id in (${HEAVY}, ${MEMBER})`,
  );
}
