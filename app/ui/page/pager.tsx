import { Link } from './link.tsx';

export interface PagerProps {
  /** the URL of the page of newer things */
  newer?: string | null;
  /** the URL of the page of older things */
  older?: string | null;
}

/** The way to the neighbouring pages of a list. Draws nothing when there is only one. */
export function Pager({ newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {newer && (
        <Link to={newer} rel="prev" className="btn btn-plain">
          Newer
        </Link>
      )}
      {older && (
        <Link to={older} rel="next" className="btn btn-plain older">
          Older
        </Link>
      )}
    </nav>
  );
}
