import type { Rule } from '#app/circles/agreement/rules.ts';

/** The rules of an agreement, each set off by a hairline. */
export function AgreementRules({ rules }: { rules: readonly Rule[] }) {
  return (
    <ol className="max-w-[36rem]">
      {rules.map(({ head, rest }, at) => (
        <li key={at} className="border-t border-rule py-4 font-serif text-lg leading-normal">
          <b className="block">{head}</b>
          {rest}
        </li>
      ))}
    </ol>
  );
}
