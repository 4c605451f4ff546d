import type { ComparedDay, ComparedStint } from '#app/reading/plan/words.ts';
import { dayOf } from '#app/time/words.ts';
import { drawn, share } from '#app/ui/drawings/drawn.ts';

/** The same days twice, side by side also on a phone. */
export function Comparison({ days }: { days: ComparedDay[] }) {
  const scale = Math.max(
    1,
    ...days.flatMap(({ before, after }) => [before?.pages ?? 0, after?.pages ?? 0]),
  );
  return (
    <table className="plan-compare">
      <thead>
        <tr>
          <th scope="col">Due</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, before, after, changed }) => (
          <tr key={day}>
            <th scope="row">{dayOf(day, 'short')}</th>
            <Side stint={before} scale={scale} />
            <Side stint={after} scale={scale} changed={changed} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  stint: ComparedStint | null;
  scale: number;
  changed?: boolean;
}

function Side({ stint, scale, changed }: SideProps) {
  if (!stint) return <td className="text-ink-2">Nothing due</td>;
  const { words, pages } = stint;
  return (
    <td>
      {pages > 0 && (
        <div className={`plan-bar plan-half ${drawn(share(pages, scale))}`} aria-hidden="true">
          <span>
            <i className={changed ? 'plan-new' : undefined} />
          </span>
        </div>
      )}
      <span className="font-serif">{words}</span>{' '}
      {pages > 0 && <span className="whitespace-nowrap text-ink-2">{pages} pages</span>}
      {changed && <span className="sr-only">, changed</span>}
    </td>
  );
}
