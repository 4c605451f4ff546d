import { addressOfThread, addressOfThreads } from '#app/discussions/addresses.ts';
import type { CircleNews } from '#app/discussions/queries/unread-threads.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { plural } from '#app/ui/words.ts';
import { MarkReadForm } from './mark-read-form.tsx';

/** Threads that hold something new, circle by circle; where there are many, the others as lines. */
export function UnreadThreads({ circles }: { circles: readonly CircleNews[] }) {
  const others = circles.filter(({ threads }) => threads.length === 0);
  return (
    <>
      {circles.map((news) => news.threads.length > 0 && <News key={news.circle.slug} {...news} />)}
      {others.length > 0 && (
        <li className="row">
          <Details summary={`In ${others.length} more`}>
            <ul className="grid gap-2">
              {others.map(({ circle: { slug, name }, more }) => (
                <li key={slug}>
                  <Link to={addressOfThreads(slug)}>{name}</Link>{' '}
                  <small>
                    {more} {plural(more, 'thread', 'threads')}
                  </small>
                </li>
              ))}
            </ul>
          </Details>
        </li>
      )}
    </>
  );
}

function News({ circle: { slug, name, cloth }, threads, more, latest }: CircleNews) {
  return (
    <li data-cloth={cloth} className="news">
      <p className="news-circle">{name}</p>
      <ul>
        {threads.map(({ id, title, fresh, people }) => (
          <li key={id}>
            <Link to={addressOfThread(slug, id)}>{title}</Link>
            <p className="text-sm text-ink-2">
              <b>{fresh}</b> {people.map(apart).join(', ')}
            </p>
          </li>
        ))}
      </ul>
      <div className="news-more flex flex-wrap gap-x-4">
        {more > 0 && <Link to={addressOfThreads(slug)}>{more} more</Link>}
        <MarkReadForm circle={slug} upTo={latest} back="home" of={name} />
      </div>
    </li>
  );
}
