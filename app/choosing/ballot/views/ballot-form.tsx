import { useActionData } from '@remix-run/react';
import type { BallotRow } from '#app/choosing/ballot/rules/ballot-draft.ts';
import type { ChoiceView } from '#app/choosing/queries/choice-view.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Fieldset } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';
import { BallotRows } from './ballot-rows.tsx';

interface BallotFormProps {
  choice: Pick<ChoiceView, 'proposals' | 'mine'>;
  back: string;
}

/** The member's own ranking: a place for each book, or none. */
export function BallotForm({ choice, back }: BallotFormProps) {
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  const { proposals, mine } = choice;
  const version = reply?.values.version ?? mine?.version ?? 0;
  return (
    <PostForm>
      <EnterButton />
      <Hidden name="version" value={String(version)} />
      <Fieldset
        legend="Your ranking"
        name="ranks"
        hint="The one you would like best comes first. You need not rank them all: give a place to those you would gladly read."
      >
        <BallotRows choice={choice} rows={rowsOf(proposals, mine, reply)} reply={reply} />
      </Fieldset>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" name="step" value="">
          Keep my ranking
        </Button>
        {mine && (
          <Button variant="quiet" name="step" value="take-back" formNoValidate>
            Take it back
          </Button>
        )}
        <ButtonLink to={back} variant="quiet">
          {mine ? 'Leave it as it is' : 'Not now'}
        </ButtonLink>
      </div>
    </PostForm>
  );
}

/** As it was posted, else as it is kept; books that came meanwhile last. */
function rowsOf(
  proposals: ChoiceView['proposals'],
  mine: ChoiceView['mine'],
  reply: FormReply | undefined,
): BallotRow[] {
  const typed = reply?.values.ranks;
  const before: BallotRow[] = Array.isArray(typed)
    ? typed.map((row: Partial<BallotRow>) => ({
        proposal: row.proposal ?? '',
        rank: row.rank ?? '',
      }))
    : (mine?.ranking.map((id, index) => ({ proposal: String(id), rank: String(index + 1) })) ?? []);
  const standing = new Set(proposals.map(({ id }) => String(id)));
  const kept = before.filter(({ proposal }) => standing.has(proposal));
  const known = new Set(kept.map(({ proposal }) => proposal));
  const others = [...standing].filter((proposal) => !known.has(proposal));
  return [...kept, ...others.map((proposal) => ({ proposal, rank: '' }))];
}
