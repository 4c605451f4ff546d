import { CLOTHS } from '#app/circles/rules/circles.ts';
import { clothNames } from '#app/circles/words/circles.ts';
import { useControl } from '#app/ui/forms/control.tsx';

/** The six cloths a circle can be bound in, shown as they are. */
export function ClothPicker({ defaultValue }: { defaultValue: string }) {
  const control = useControl('cloth', undefined, defaultValue);
  return (
    <fieldset className="field" aria-describedby={control.attributes['aria-describedby']}>
      <legend>Cloth</legend>
      <div className="grid max-w-[30rem] grid-cols-2 gap-3 sm:grid-cols-3">
        {CLOTHS.map((cloth) => (
          <label
            key={cloth}
            data-cloth={cloth}
            className="bind flex min-h-16 items-end gap-2 rounded-sm p-2.5 font-serif has-checked:outline-3 has-checked:outline-offset-2 has-checked:outline-cloth"
          >
            <input
              type="radio"
              name="cloth"
              value={cloth}
              defaultChecked={control.value === cloth}
              className="mb-0.5 size-4 accent-white"
            />
            {clothNames[cloth]}
          </label>
        ))}
      </div>
      {control.errors.length > 0 && (
        <p className="wrong" id={`${control.id}-error`}>
          {control.errors.join(' ')}
        </p>
      )}
    </fieldset>
  );
}
