import { apart } from '#app/ui/apart.ts';
import { initialsOf, PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { WAS_HERE } from '../words.ts';

interface NamedProps {
  name: string | null;
  isMe: boolean;
}

/** Who it is: by name on a screen, by initials on paper. */
export function Named({ name, isMe }: NamedProps) {
  if (name === null) return <span className="text-ink-2">{WAS_HERE}</span>;
  return (
    <>
      <span className="named">
        <PersonMark name={name} size="small" /> <bdi>{isMe ? 'You' : apart(name)}</bdi>
      </span>
      <span className="initialed" aria-hidden="true">
        {initialsOf(name)}
      </span>
    </>
  );
}
