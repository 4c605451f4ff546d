import type { Check } from '#app/mentoring/asks/rules/checks.ts';
import { checkInWords } from '#app/mentoring/asks/words.ts';

/** What the text says already, and what one might still ask oneself. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <section className="ask-checks" aria-label="Read it over once">
      <h2>Read it over once</h2>
      <ul>
        {checks.map((check) => {
          const { name, asks, words } = checkInWords(check);
          return (
            <li key={check.of} className={asks ? 'asks' : undefined}>
              <svg viewBox="-4.5 -14 9 11.5" aria-hidden="true">
                <path d="M0-3.2C3.1-5.6 3.1-10.4 0-13.4C-3.1-10.4-3.1-5.6 0-3.2Z" />
              </svg>
              <div>
                <b>{name}</b>
                <p dir="auto">{words}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="hint">Questions, not gates. You may send it as it is.</p>
    </section>
  );
}
