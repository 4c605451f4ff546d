import { addressOfThread, addressOfThreads } from '#app/discussions/addresses.ts';
import type { CircleNews } from '#app/discussions/queries/unread-threads.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Link } from '#app/ui/page/link.tsx';

/** Threads that hold something new, circle by circle. */
export function UnreadThreads({ circles }: { circles: readonly CircleNews[] }) {
  return circles.map(({ circle: { slug, name, cloth }, threads, more }) => (
    <li key={slug} data-cloth={cloth} className="news">
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
      {more > 0 && (
        <Link to={addressOfThreads(slug)} className="news-more">
          {more} more
        </Link>
      )}
    </li>
  ));
}
