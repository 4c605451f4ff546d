import { Fragment } from 'react';

// A stop or bracket at its end belongs to the sentence.
const ADDRESS = /(https?:\/\/\S*[^\s.,;:!?)\]])/i;

/** Where a session is held: a room, a link to follow, or both in one line. */
export function SessionPlace({ place }: { place: string }) {
  return place.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part} rel="noreferrer noopener" className="break-words">
        {part.replace(/^https?:\/\//i, '')}
      </a>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
