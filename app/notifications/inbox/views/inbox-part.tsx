import type {
  InboxLine,
  InboxPart as Part,
} from '#app/notifications/inbox/queries/inbox-page.server.ts';
import { ASKS_AND_CONVERSATIONS } from '#app/notifications/words.ts';
import { Link } from '#app/ui/page/link.tsx';

/** The form that marks as read what is new on the page: every button of it belongs there. */
export const MARKING_FORM = 'marking';

interface InboxPartProps extends Part {
  /** something is new elsewhere, too */
  canMark: boolean;
}

/** What is for the viewer, or what else happened in one of their circles or between them and others. */
export function InboxPart({ of, lines, waits, canMark }: InboxPartProps) {
  const hasNews = lines.some(({ fresh }) => fresh);
  const circle = typeof of === 'string' ? null : of;
  return (
    <section className="inbox-part" data-cloth={circle?.cloth}>
      <div className="inbox-head">
        <h2 dir="auto">{circle?.name ?? (of === 'you' ? 'For you' : ASKS_AND_CONVERSATIONS)}</h2>
        {canMark && hasNews && (
          <button
            type="submit"
            form={MARKING_FORM}
            name="of"
            value={circle?.id ?? 'you'}
            className="link-button"
          >
            Mark read
            <span className="sr-only">
              : <bdi>{circle?.name ?? 'what is for you'}</bdi>
            </span>
          </button>
        )}
      </div>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={`${line.to} ${line.title}`}>
              <Line {...line} />
            </li>
          ))}
        </ul>
      )}
      {waits && <p className="inbox-waits">{waits}</p>}
    </section>
  );
}

function Line({ title, text, to, fresh, of, at, when, full }: InboxLine) {
  return (
    <Link to={to} className={fresh ? 'inbox-line is-new' : 'inbox-line'}>
      <span className="inbox-title" dir="auto">
        {title}
      </span>
      <span>
        {fresh && <b className="new">{fresh}</b>} {of && <>{of}. </>}
        {text}
      </span>
      <time dateTime={at} title={full}>
        {when}
      </time>
    </Link>
  );
}
