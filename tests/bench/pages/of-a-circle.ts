import type { Community } from '../fill/community.ts';
import { type Page, query } from './page.ts';

export function pagesOfACircle({ circle, ids }: Community): Page[] {
  return [
    {
      name: 'circle',
      path: circle,
      content: () => [
        query(
          `select b.title, b.author, r.starts_on, r.ends_on, m.due_on, s.label, s.title as section
           from reading r
           join book b on b.circle_id = r.circle_id and b.id = r.book_id
           join milestone m on m.circle_id = r.circle_id and m.reading_id = r.id
           join milestone_section ms on ms.circle_id = m.circle_id and ms.milestone_id = m.id
           join section s on s.circle_id = ms.circle_id and s.id = ms.section_id
           where r.circle_id = $1 and r.ends_on >= current_date order by s.position`,
          ids.circle,
        ),
        query(
          `select id, title, note_count, last_note_at from thread
           where circle_id = $1 order by last_note_id desc limit 5`,
          ids.circle,
        ),
      ],
    },
    {
      name: 'thread',
      path: `${circle}/threads/${ids.thread}`,
      content: () => [
        {
          ...query(
            `select n.id, n.body_html, n.quote, n.quote_page, n.posted_at, p.name, t.title
             from thread t join note n on n.thread_id = t.id and n.circle_id = t.circle_id
             join person p on p.id = n.author_id
             where t.circle_id = $1 and t.id = $2 order by n.id limit 21`,
            ids.circle,
            ids.thread,
          ),
          fills: 'notes',
        },
        // What a note may be about: without it the page would not show the same content.
        {
          ...query(
            `select s.id, s.label, s.title from reading r join section s on s.book_id = r.book_id
             where r.circle_id = $1 and r.ends_on >= current_date order by s.position`,
            ids.circle,
          ),
          fills: 'sections',
        },
      ],
    },
    {
      name: 'list of threads',
      path: `${circle}/threads`,
      content: () => [
        query(
          `select t.id, t.title, t.note_count, t.last_note_at, s.label, s.title as section, p.name
           from thread t left join section s on s.circle_id = t.circle_id and s.id = t.section_id
           join person p on p.id = t.started_by
           where t.circle_id = $1 order by t.last_note_id desc limit 21`,
          ids.circle,
        ),
      ],
    },
    {
      name: 'reading',
      path: `${circle}/reading`,
      content: (person) => [
        query(
          `select b.title, b.author, r.starts_on, r.ends_on, m.due_on, s.label, s.title as section,
             e.read_at
           from reading r
           join book b on b.circle_id = r.circle_id and b.id = r.book_id
           join section s on s.circle_id = b.circle_id and s.book_id = b.id
           left join milestone_section ms on ms.circle_id = r.circle_id and ms.reading_id = r.id
             and ms.section_id = s.id
           left join milestone m on m.circle_id = ms.circle_id and m.id = ms.milestone_id
           left join section_read e on e.circle_id = r.circle_id and e.reading_id = r.id
             and e.section_id = s.id and e.person_id = $2
           where r.circle_id = $1 and r.ends_on >= current_date order by s.position`,
          ids.circle,
          person,
        ),
        query(
          `select r.id, b.title, b.author, r.starts_on, r.ends_on from reading r
           join book b on b.circle_id = r.circle_id and b.id = r.book_id
           where r.circle_id = $1 and r.ends_on < current_date order by r.starts_on desc`,
          ids.circle,
        ),
      ],
    },
    {
      name: 'people',
      path: `${circle}/people`,
      content: () => [
        query(
          `select p.id, p.name, p.what_i_do, p.company, p.ask_me_about, p.time_zone, m.role
           from membership m join person p on p.id = m.person_id
           where m.circle_id = $1 order by m.joined_at`,
          ids.circle,
        ),
      ],
    },
  ];
}
