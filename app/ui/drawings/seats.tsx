/** A leaf pointing up from the centre, as a path. Its width follows the number of leaves. */
export function leaf(of: number): string {
  const w = +(3.1 * Math.min(1.25, 8 / of)).toFixed(2);
  return `M0-3.2C${w}-5.6 ${w}-10.4 0-13.4C-${w}-10.4-${w}-5.6 0-3.2Z`;
}

const gatherings = new Map<string, string>();

/**
 * Of two numbers, of which there are few, and as text: every page has some, and as elements they
 * cost ten times as much.
 */
function leaves(taken: number, of: number): string {
  const key = `${taken}/${of}`;
  const known = gatherings.get(key);
  if (known) return known;
  const all = Array.from({ length: of }, (_, seat) => {
    const turn = seat && ` transform="rotate(${+((seat * 360) / of).toFixed(2)})"`;
    return `<path d="${leaf(of)}"${turn || ''} class="${seat < taken ? 'taken' : 'free'}"/>`;
  }).join('');
  gatherings.set(key, all);
  return all;
}

/** The words for a count of seats: '7 of 8 seats taken'. */
function seatsLabel(taken: number, of: number): string {
  return `${taken} of ${of} seats taken`;
}

export interface SeatsProps {
  taken: number;
  of: number;
  size?: 'small' | 'big' | 'huge';
  /** true where the words stand beside it already */
  decorative?: boolean;
}

/** A gathering of leaves, one per seat: filled when taken, outlined when free. */
export function Seats({ taken, of, size = 'small', decorative = false }: SeatsProps) {
  return (
    <svg
      className={`seats seats-${size}`}
      viewBox="-15 -15 30 30"
      role="img"
      aria-label={decorative ? undefined : seatsLabel(taken, of)}
      aria-hidden={decorative || undefined}
      dangerouslySetInnerHTML={{ __html: leaves(taken, of) }}
    />
  );
}

/** The mark of Octavo: one sheet folded into eight leaves. */
export function Mark() {
  return <Seats taken={8} of={8} decorative />;
}
