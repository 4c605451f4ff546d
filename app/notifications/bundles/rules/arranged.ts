/** A line of a mail that tells of several things. */
export interface Told {
  /** null of what is between people */
  circle: { id: number; name: string } | null;
  /** of a note, the thread it is in */
  threadId: number | null;
  forYou: boolean;
  /** what it is about */
  title: string;
  /** the path of it */
  to: string;
  /** who did what, in a few words, for beside the title and for standing alone */
  did: string;
  headline: string;
  /** the beginning of what somebody wrote; none where there is nothing, or its reader may not see it */
  said?: string;
  at: Date;
}

/** One thing and what is told of it: of a thread several notes, of anything else one line. */
export interface Block {
  title: string;
  /** where its first line leads */
  to: string;
  lines: Told[];
}

export interface Part {
  /** what is for its reader in particular, of all circles; what is between people; or a circle */
  of: 'you' | 'between' | { circle: string };
  blocks: Block[];
}

/**
 * How a mail tells of things: first what is for its reader in their circles, then what is between them
 * and others, then circle by circle and thread by
 * thread, the latest first, and the notes of a thread as they were written. What is all of one thread
 * stays together.
 */
export function arranged(told: readonly Told[]): Part[] {
  const latest = [...told].sort((a, b) => b.at.getTime() - a.at.getTime());
  if (oneThread(told)) return byCircle(latest);
  const inCircles = latest.filter(({ circle }) => circle !== null);
  const forYou = blocksOf(inCircles.filter((line) => line.forYou));
  const between = blocksOf(latest.filter(({ circle }) => circle === null));
  const parts: Part[] = [
    { of: 'you', blocks: forYou },
    { of: 'between', blocks: between },
    ...byCircle(inCircles.filter((line) => !line.forYou)),
  ];
  return parts.filter(({ blocks }) => blocks.length > 0);
}

/** The thread that everything is of, with its circle; null where there is anything else. */
export function oneThread(told: readonly Told[]): { circleId: number; threadId: number } | null {
  const [first] = told;
  if (!first?.threadId || !first.circle) return null;
  const { circle, threadId } = first;
  const only = told.every((line) => line.threadId === threadId && line.circle?.id === circle.id);
  return only ? { circleId: circle.id, threadId } : null;
}

const byCircle = (latest: readonly Told[]): Part[] =>
  grouped(latest, ({ circle }) => circle?.id).map((lines) => ({
    of: { circle: lines[0].circle?.name ?? '' },
    blocks: blocksOf(lines),
  }));

const blocksOf = (latest: readonly Told[]): Block[] =>
  grouped(latest, (line) => (line.threadId ? `${line.circle?.id}/${line.threadId}` : line)).map(
    (lines) => {
      lines.reverse();
      const [{ title, to }] = lines;
      return { title, to, lines };
    },
  );

function grouped<T>(all: readonly T[], by: (one: T) => unknown): [T, ...T[]][] {
  const groups = new Map<unknown, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return [...groups.values()];
}
