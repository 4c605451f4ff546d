import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { Cloth, Role } from './proofs.ts';

interface MembershipRow {
  circle_id: number;
  slug: string;
  name: string;
  cloth: Cloth;
  time_zone: string;
  seats: number;
  taken: number;
  archived: boolean;
  role: Role;
}

export interface ViewerRow {
  person_id: number;
  name: string;
  email: string;
  email_confirmed: boolean;
  time_zone: string;
  site_admin: boolean;
  /** the topics of what is new in their inbox */
  unread: string[];
  memberships: MembershipRow[];
}

export interface SignInRow extends ViewerRow {
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  last_seen_at: Date;
}

/** So much of what is new in an inbox is read: twice what is counted, as a page marks some of it. */
const UNREAD_AT_MOST = 200;

// One round trip answers who this is and which circles they are in. Asked at every request. Rows are
// made JSON whole, which costs half of naming each field, and sorted before they are.
const VIEWER_COLUMNS = `
  p.id as person_id, p.name, p.email, p.time_zone,
  exists (select from email_confirmed c
    where c.person_id = p.id and address_key(c.email) = address_key(p.email)) as email_confirmed,
  exists (select from site_admin a where a.person_id = p.id) as site_admin,
  array(
    select i.topic from inbox_item i
    where i.person_id = p.id and i.read_at is null and not i.held limit ${UNREAD_AT_MOST}
  ) as unread,
  coalesce((
    select json_agg(mine) from (
      select c.id as circle_id, c.slug, c.name, c.cloth, c.time_zone, c.seats, m.role,
        (select count(*) from membership t where t.circle_id = c.id) as taken,
        exists (select from circle_archive a where a.circle_id = c.id) as archived
      from membership m join circle c on c.id = m.circle_id
      where m.person_id = p.id
      order by m.joined_at, c.id
    ) mine
  ), '[]'::json) as memberships`;

const OWN = 'which circles a person is in is what is asked';
const ACTIVE = 'not exists (select from person_deactivation d where d.person_id = p.id)';

export async function viewerRowOf(personId: number): Promise<ViewerRow | undefined> {
  const { rows } = await acrossCircles(databasePool(), OWN).query<ViewerRow>({
    text: `select ${VIEWER_COLUMNS} from person p where p.id = $1 and ${ACTIVE}`,
    values: [personId],
  });
  return rows[0];
}

const SIGN_IN = `
select s.token_hash, s.created_at, s.expires_at, s.last_seen_at, ${VIEWER_COLUMNS}
from sign_in s join person p on p.id = s.person_id
where s.token_hash = $1 and s.expires_at > now() and ${ACTIVE}`;

export async function signInRowOf(tokenHash: string): Promise<SignInRow | undefined> {
  const { rows } = await acrossCircles(databasePool(), OWN).query<SignInRow>({
    text: SIGN_IN,
    values: [tokenHash],
  });
  return rows[0];
}

export function asViewer(row: ViewerRow) {
  return {
    personId: row.person_id,
    name: row.name,
    email: row.email,
    emailConfirmed: row.email_confirmed,
    timeZone: row.time_zone,
    siteAdmin: row.site_admin,
    inbox: {
      unread: row.unread.length,
      topics: row.unread.length < UNREAD_AT_MOST ? row.unread : null,
    },
    memberships: row.memberships.map((m) => ({
      role: m.role,
      circle: {
        id: m.circle_id,
        slug: m.slug,
        name: m.name,
        cloth: m.cloth,
        timeZone: m.time_zone,
        seats: m.seats,
        taken: m.taken,
        archived: m.archived,
      },
    })),
  };
}
