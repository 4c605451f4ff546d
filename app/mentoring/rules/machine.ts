/** A state machine as a table: what may be done in a state, and what is then. */
export type Machine<State extends string> = {
  readonly [From in State]?: { readonly [act: string]: State };
};

/** The state after an act; null where the table has none. */
export function move<State extends string>(
  machine: Machine<State>,
  from: State,
  act: string,
): State | null {
  const acts: { readonly [act: string]: State } | undefined = machine[from];
  return acts && Object.hasOwn(acts, act) ? (acts[act] ?? null) : null;
}
