/**
 * SQL: whether one of two people keeps the other apart, by their account or by an address, or has
 * blocked them. Such a one is suggested to neither.
 * @param one and `other`: SQL of a row of person: its alias
 */
export const areApart = (one: string, other: string): string => `(
  exists (select from keep_apart k where ${keeps(one, other)} offset 0)
  or exists (select from keep_apart k where ${keeps(other, one)} offset 0)
  or exists (select from person_block b where (b.person_id = ${one}.id and b.blocked_id = ${other}.id)
    or (b.person_id = ${other}.id and b.blocked_id = ${one}.id) offset 0))`;

const keeps = (keeper: string, of: string) =>
  `k.person_id = ${keeper}.id and (k.other_id = ${of}.id or k.address_key = address_key(${of}.email))`;
