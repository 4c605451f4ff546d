/**
 * To whom an ask goes, as its form spells it: 'session-3-12' (of circle 3), 'person-5', 'circle-3',
 * 'circles' (all of mine) and 'site' (whose “ask me about” fits). Without imports: the browser reads it.
 */
export type Reach =
  | { kind: 'session'; circleId: number; sessionId: number }
  | { kind: 'person'; personId: number }
  | { kind: 'circle'; circleId: number }
  | { kind: 'circles' }
  | { kind: 'site' };

const SPELLED =
  /^(?:(session)-([1-9]\d{0,14})-([1-9]\d{0,14})|(circle|person)-([1-9]\d{0,14})|circles|site)$/;

/** @param person whom, where 'person' alone is spelled: the choice is made by a field of its own */
export function reachOf(to: string, person = ''): Reach | null {
  const spelled = to === 'person' ? `person-${person}` : to;
  const match = SPELLED.exec(spelled);
  if (!match) return null;
  const [, session, ofCircle, sessionId, kind, id] = match;
  if (session)
    return { kind: session, circleId: Number(ofCircle), sessionId: Number(sessionId) } as Reach;
  if (kind === 'circle') return { kind, circleId: Number(id) };
  if (kind === 'person') return { kind, personId: Number(id) };
  return { kind: spelled as 'circles' | 'site' };
}

export function spelled(reach: Reach): string {
  if (reach.kind === 'session') return `session-${reach.circleId}-${reach.sessionId}`;
  if (reach.kind === 'circle') return `circle-${reach.circleId}`;
  if (reach.kind === 'person') return `person-${reach.personId}`;
  return reach.kind;
}

/** The digests of the people that a page named, in one field: 'circle-3=…;site=…'. */
export const digestsInField = (named: readonly { to: string; digest: string }[]) =>
  named.map(({ to, digest }) => `${to}=${digest}`).join(';');

export const digestInField = (field: string, to: string): string | null =>
  field
    .split(';')
    .find((one) => one.startsWith(`${to}=`))
    ?.slice(to.length + 1) ?? null;

/** Minutes that an ask takes on an agenda. */
export const MINUTES_ON_AGENDA = 10;
/** So many of the site are asked at once. */
export const MOST_OF_SITE = 12;
