import type { PersonComing } from '#app/sessions/queries/session-view.ts';
import { comingWords, saidWords } from '#app/sessions/words.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';

const rank = { yes: 0, maybe: 1, none: 2, no: 3 } as const;

/** Who comes, who may, who has not said. */
export function PeopleComing({ people, over }: { people: readonly PersonComing[]; over: boolean }) {
  const sorted = [...people].sort((a, b) => rank[a.answer ?? 'none'] - rank[b.answer ?? 'none']);
  return (
    <>
      <p className="mb-4 text-ink-2">{comingWords(people, over)}</p>
      <ul className="grid gap-3">
        {sorted.map(({ id, name, answer, word, before }) => (
          <li key={id} className="flex gap-3">
            <PersonMark name={name} size="small" />
            <div className="min-w-0">
              <p className={answer === 'yes' ? '' : 'text-ink-2'}>
                <bdi>{name}</bdi>
                <span className="text-sm">
                  {answer ? ` · ${saidWords[answer]}` : over ? '' : ' · hasn’t said'}
                  {before && `, had said ${saidWords[before]} before it moved`}
                </span>
              </p>
              {word && <p className="font-serif text-sm break-words">{word}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
