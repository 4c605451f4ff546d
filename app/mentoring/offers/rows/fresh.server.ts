/** Whether the answer `o` was not yet on this person's screen, as SQL: their inbox knows. */
export const freshTo = (person: string) => `exists (
  select from inbox_item i
  where i.person_id = ${person} and i.circle_id is null and i.topic = 'offer:' || o.id
    and i.read_at is null)`;
