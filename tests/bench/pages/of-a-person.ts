import { type Page, query } from './page.ts';

/** What is nobody's but the viewer's, or everybody's. */
export const pagesOfAPerson: Page[] = [
  {
    name: 'home',
    path: '/',
    content: (person) => [
      query(
        `select c.id, c.slug, c.name, b.title, r.starts_on, r.ends_on, min(m.due_on) as due_on
           from membership p join circle c on c.id = p.circle_id
           left join reading r on r.circle_id = c.id and r.ends_on >= current_date
           left join book b on b.circle_id = r.circle_id and b.id = r.book_id
           left join milestone m on m.circle_id = r.circle_id and m.reading_id = r.id
             and m.due_on >= current_date
           where p.person_id = $1
           group by c.id, r.circle_id, r.id, b.circle_id, b.id order by c.id`,
        person,
      ),
      query(
        `select distinct on (s.circle_id) s.circle_id, s.id, s.title, s.starts_at, s.place, y.answer
           from membership p join session s on s.circle_id = p.circle_id and s.starts_at > now()
           left join session_reply y on y.circle_id = s.circle_id and y.session_id = s.id
             and y.person_id = p.person_id
           where p.person_id = $1 order by s.circle_id, s.starts_at`,
        person,
      ),
    ],
  },
  {
    name: 'inbox',
    path: '/inbox',
    content: (person) => [
      query(
        `select i.topic, i.at, i.read_at, t.title, p.name, left(n.body, 200) as body, c.name as circle
           from inbox_item i
           join circle c on c.id = i.circle_id
           join note n on n.circle_id = i.circle_id and n.id = i.thing_id
           join thread t on t.circle_id = i.circle_id and t.id = i.thread_id
           join person p on p.id = i.by_person_id
           where i.person_id = $1 order by i.at desc limit 42`,
        person,
      ),
    ],
  },
  { name: 'cards', path: '/cards', content: () => [] },
  {
    name: 'card',
    path: '/cards/openers/who-taught-you-that',
    content: (person) => [
      query(
        `select c.slug, c.name, s.id, s.starts_at from membership m
           join circle c on c.id = m.circle_id
           join session s on s.circle_id = m.circle_id and s.starts_at > now()
           where m.person_id = $1 and m.role <> 'member' order by s.starts_at`,
        person,
      ),
    ],
  },
  {
    name: 'shelf',
    path: '/shelf',
    content: (person) => [
      query(
        `select id, title, author, pages, state, read_on, rating from shelf_book
           where person_id = $1 and taken_off_at is null
           order by shelved_on desc, id desc limit 21`,
        person,
      ),
    ],
  },
  {
    name: 'circles',
    path: '/circles',
    content: (person) => [
      query(
        `select c.id, c.slug, c.name, m.role from membership m join circle c on c.id = m.circle_id
           where m.person_id = $1 order by c.id`,
        person,
      ),
      query(
        `select c.id, c.slug, c.name, c.purpose, c.seats from circle c
           where c.visibility = 'listed' order by c.id limit 21`,
      ),
    ],
  },
];
