/**
 * Who reads an ask, as a clause over `a` (its row): beside the circle's clause, the other one that
 * every statement must spell alike.
 */

/** Whether one of two people has blocked the other. */
export const blockedBetween = (one: string, other: string) => `exists (
  select from person_block b
  where (b.person_id = ${one} and b.blocked_id = ${other})
    or (b.person_id = ${other} and b.blocked_id = ${one}) offset 0)`;

interface Of {
  /** the id of somebody, as a statement has it */
  person: string;
  /** the ids of their circles: '$3::bigint[]' */
  circles: string;
}

/**
 * Whether an ask reaches somebody: as a member now of a circle that its asker is still in, as one of
 * whom it was sent to beyond circles, or as the person it was sent to, while the two share a circle.
 */
const reaches = ({ person, circles }: Of) => `exists (
  select from ask_reach r
  where r.ask_id = a.id and case when r.kind in ('circle', 'session')
    then exists (select from membership m where m.circle_id = r.circle_id
      and m.circle_id = any(${circles}) and m.person_id = a.asker_id)
    else r.person_id = ${person} and (r.kind = 'site' or exists (
      select from membership m where m.circle_id = any(${circles}) and m.person_id = a.asker_id))
    end offset 0)`;

/** An ask that went out stays to be read by who was given it and answered. */
const answered = ({ person }: Of) =>
  `exists (select from offer o where o.ask_id = a.id and o.helper_id = ${person} offset 0)`;

/** SQL: whether somebody reads an ask `a` that is another's. */
export const readsAsk = (of: Of) => `(
  a.state <> 'draft' and not ${blockedBetween('a.asker_id', of.person)}
  and not ${closedAccount('a.asker_id')}
  and (${answered(of)} or ${reaches(of)}))`;

/** Whether a person's account is closed. */
export const closedAccount = (person: string) =>
  `exists (select from person_deactivation d where d.person_id = ${person} offset 0)`;
