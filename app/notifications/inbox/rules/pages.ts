/** So many new lines are read for the page, the latest, and as far the viewer's row counts. */
export const NEW_AT_ONCE = 200;
/** Lines that were read before, of one page. */
export const EARLIER_A_PAGE = 30;
/** From here on nobody is told the number. */
export const MANY = 100;

/** The place of a line among those that were read before, the latest first. */
export interface Place {
  /** in milliseconds since 1970 */
  at: number;
  /** 0: between people */
  circleId: number;
  topic: string;
}

/** Reads `?before=1795820000000-7-note:42`; null for the first page. */
export function placeOf(params: URLSearchParams): Place | null {
  const [, at, circleId, topic] =
    /^(\d{1,15})-(0|[1-9]\d{0,14})-([a-z:*\d-]{1,60})$/.exec(params.get('before') ?? '') ?? [];
  return topic ? { at: Number(at), circleId: Number(circleId), topic } : null;
}

export const inAddress = ({ at, circleId, topic }: Place) => `${at}-${circleId}-${topic}`;

/** Lines that are about to be marked as read, as they were shown: what happens later is another. */
export const asShown = (
  items: readonly { topic: string; at: Date; circle: { id: number } | null }[],
) => items.map(({ topic, at, circle }) => `${circle?.id ?? 0}/${topic}@${at.getTime()}`).join(' ');
