/**
 * What the line `i` of an inbox says of a conversation, in SQL, as `partnerOf` lets its reader in; a
 * stranger has no line of it. @param more further columns of the object, beginning with a comma
 */
export const factsOfTwo = (more = '') => `
select json_build_object('title', a.title, 'other', p.name, 'ended', c.ended_at is not null${more})
from conversation c
join ask a on a.id = c.ask_id
join person p on p.id in (c.asker_id, c.helper_id) and p.id <> i.person_id
where c.id = i.thing_id and i.person_id in (c.asker_id, c.helper_id)
  and not exists (select from person_block b where b.blocked_id = i.person_id
    and b.person_id in (c.asker_id, c.helper_id) offset 0)`;
