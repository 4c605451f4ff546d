import { Fragment } from 'react';

// A stop or bracket at its end belongs to the sentence.
const ADDRESS = /(https?:\/\/\S*[^\s.,;:!?)\]])/i;

/** Where people meet: a room, a link to follow, or both in one line. */
export function Place({ place }: { place: string }) {
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
