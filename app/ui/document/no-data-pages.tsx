import { again, home, OneThing } from '#app/ui/page/one-thing.tsx';

/** What was sent was refused before any page saw it. */
export function RefusedPage({ words }: { words: string }) {
  return <OneThing title="That was not accepted" words={words} actions={home} />;
}

/** The server in front of Octavo answered in its place. */
export function InFrontPage({ status }: { status: number }) {
  const title = status === 413 ? 'That was too large' : 'Octavo can’t be reached';
  return <OneThing title={title} words={inFrontWords(status)} actions={again} />;
}

function inFrontWords(status: number): string {
  if (status === 413) {
    return 'It does not fit through the server in front of Octavo. Whoever runs this site can raise that limit.';
  }
  if ([502, 503, 504].includes(status)) {
    return 'The server in front of it gets no answer from it. Nothing is lost: try again in a minute.';
  }
  return `The server in front of it answered in its place (${status}). Try once more; if it stays so, tell whoever runs this site.`;
}
