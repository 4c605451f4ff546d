import { Select } from '#app/ui/forms/field.tsx';
import { Details } from '#app/ui/page/page.tsx';

interface AboutFieldProps {
  sections: readonly { id: number; name: string }[];
  /** what it is when nothing is chosen, in words; null when there is always a choice */
  unsaid: string | null;
  chosen?: number | 'none';
}

/** Which section a note is about: whoever is not that far finds it folded. */
export function AboutField({ sections, unsaid, chosen }: AboutFieldProps) {
  if (sections.length === 0) return null;
  return (
    <div className="note-about">
      <Details summary="Which section it is about">
        <Select
          name="about"
          label="About"
          hint="Those who have not read that far see it folded, until they want it."
          defaultValue={chosen ?? ''}
          options={[
            ...(unsaid === null ? [] : [{ value: '', label: unsaid }]),
            { value: 'none', label: 'Nothing that spoils' },
            ...sections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Details>
    </div>
  );
}
