import { CAME, type Note } from '#app/records/attendance/rules.ts';
import { noteWords } from '#app/records/attendance/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Segmented } from '#app/ui/forms/choice-field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

export interface PersonToNote {
  id: number;
  name: string;
  /** what is kept of them */
  was: Note;
  /** what they are taken for */
  taken: Note;
  /** they said they would come */
  saidYes: boolean;
}

const OPTIONS = [...CAME, '' as const].map((value) => ({ value, label: noteWords[value] }));

/** Each who was to be there, and whether they were. */
export function AttendanceForm({ people, me }: { people: readonly PersonToNote[]; me: number }) {
  return (
    <PostForm aria-label="Who came">
      {people.map(({ id, name, was, taken, saidYes }, at) => (
        <div key={id}>
          <Hidden name={`people[${at}].person`} value={id} />
          <Hidden name={`people[${at}].was`} value={was} />
          <Segmented
            legend={
              <>
                <bdi>{name}</bdi>
                {id === me && ' (you)'}
              </>
            }
            name={`people[${at}].came`}
            options={OPTIONS}
            defaultValue={taken}
            hint={was === '' && saidYes ? 'Said they’d come.' : undefined}
          />
        </div>
      ))}
      <Button variant="primary">Save it</Button>
    </PostForm>
  );
}
