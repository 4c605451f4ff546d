import { isLink } from './words.ts';

/** Where a session is held: a link to follow, or the name of a room. */
export function Place({ place }: { place: string }) {
  if (!isLink(place)) return <>{place}</>;
  return (
    <a href={place} rel="noreferrer noopener" className="break-all">
      {place.replace(/^https?:\/\//i, '')}
    </a>
  );
}
