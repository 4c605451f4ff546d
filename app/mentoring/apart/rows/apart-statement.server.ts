/** SQL for who keeps whom apart. `person` is a parameter or column, a person's id. */

// An address is meant as the one who had it when it was put on the list, or has it since.
const HAD_IT = 'address_key(b.email) = k.address_key and b.until >= k.at';
const HOLDS = 'k.taken_off_at is null';

/** Selects the ids of whom a person keeps apart, by their account or by an address. */
export const keptApartBy = (person: string) => `
  select k.other_id as id from keep_apart k
  where k.person_id = ${person} and k.other_id is not null and ${HOLDS}
  union all
  select p.id from keep_apart k join person p on address_key(p.email) = k.address_key
  where k.person_id = ${person} and p.id <> k.person_id and ${HOLDS}
  union all
  select b.person_id from keep_apart k join address_before b on ${HAD_IT}
  where k.person_id = ${person} and b.person_id <> k.person_id and ${HOLDS}`;

/** Selects the ids of who keeps a person apart. Nothing that anybody but a keeper reads may tell. */
const keepersOf = (person: string) => `
  select k.person_id as id from keep_apart k where k.other_id = ${person} and ${HOLDS}
  union all
  select k.person_id from person p join keep_apart k on k.address_key = address_key(p.email)
  where p.id = ${person} and ${HOLDS}
  union all
  select k.person_id from address_before b join keep_apart k on ${HAD_IT}
  where b.person_id = ${person} and ${HOLDS}`;

/** Selects the ids of who is suggested to a person by nothing, nor they to them. */
export const unsuggestedTo = (person: string) => `
  ${keptApartBy(person)}
  union all ${keepersOf(person)}
  union all select b.blocked_id from person_block b where b.person_id = ${person}
  union all select b.person_id from person_block b where b.blocked_id = ${person}`;
