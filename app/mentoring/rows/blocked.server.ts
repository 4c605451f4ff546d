/** Whether one of two people has blocked the other, in SQL: then they are strangers between people. */
export const blockedBetween = (one: string, other: string) => `exists (
  select from person_block b
  where (b.person_id = ${one} and b.blocked_id = ${other})
    or (b.person_id = ${other} and b.blocked_id = ${one}))`;

/** Whether a person's account is closed. */
export const closedAccount = (person: string) =>
  `exists (select from person_deactivation d where d.person_id = ${person})`;
