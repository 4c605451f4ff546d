import { PersonMark } from '#app/ui/drawings/person-mark.tsx';

/** Whose eyes are on this page: the two, and nobody else. */
export function TheTwo({ me, other }: { me: string; other: string }) {
  return (
    <div className="the-two">
      <span className="flex flex-none">
        <PersonMark name={me} size="large" />
        <PersonMark name={other} size="large" />
      </span>
      <p>
        <strong>
          You and <bdi>{other}</bdi>
        </strong>
        Only the two of you. Not the circle, not its host, not the site’s admin.
      </p>
    </div>
  );
}
