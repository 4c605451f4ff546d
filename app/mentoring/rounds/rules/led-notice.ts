type Led =
  | { ok: true; before: boolean }
  | { ok: false; reason: 'gone' | 'not-yours' | 'not-now' | 'not-open' };

const why = {
  gone: 'round-gone',
  'not-yours': 'round-not-yours',
  'not-now': 'round-not-now',
  'not-open': 'round-gone',
} as const;

/** The notice of what whoever leads a round did; `done` is that of its first time. */
export function ledNotice<Done extends string>(led: Led, done: Done) {
  if (!led.ok) return why[led.reason];
  return led.before && done === 'round-open' ? ('round-open-before' as const) : done;
}
