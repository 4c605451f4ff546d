/** What is shown of something somebody was told, in SQL: of `t`, for the member `$2`. */
export const SHOWN_TOLD = `json_build_object('id', t.id, 'by', (
    select p.name from membership m join person p on p.id = m.person_id
    where m.circle_id = t.circle_id and m.person_id = t.person_id),
  'mine', t.person_id = $2, 'told', t.told_html, 'will', t.will_html, 'at', t.at,
  'edited', t.edited_at is not null, 'version', t.version)`;

export interface ToldRow {
  id: number;
  /** null: they are in the circle no more */
  by: string | null;
  mine: boolean;
  told: string;
  will: string;
  /** ISO */
  at: string;
  edited: boolean;
  version: number;
}

/** The latest in the circle $1 that nobody took back, for its member $2. */
export const LATEST_TOLD = `(
  select ${SHOWN_TOLD} from told t
  where t.circle_id = $1 and t.taken_back_at is null
  order by t.at desc, t.id desc limit 1)`;

/** The one with which its board was opened, while it stands. */
export const OPENING_TOLD = `(
  select ${SHOWN_TOLD} from board_opening o
  join told t on t.circle_id = o.circle_id and t.id = o.told_id
  where o.circle_id = $1 and t.taken_back_at is null)`;
