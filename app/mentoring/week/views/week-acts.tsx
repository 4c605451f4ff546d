import { addressOfResult } from '#app/mentoring/week/addresses.ts';
import type { Week } from '#app/mentoring/week/queries/week-page.server.ts';
import type { WeekState } from '#app/mentoring/week/rules/week.ts';
import { Button, type ButtonVariant } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

type Act = readonly [act: string, label: string, variant?: ButtonVariant];

const acts: Readonly<Record<WeekState, readonly Act[]>> = {
  open: [['skipped', 'Not this week', 'quiet']],
  planned: [
    ['asked', 'I asked'],
    ['let_go', 'Let it go', 'quiet'],
  ],
  asked: [
    ['answered', 'They answered'],
    ['no_reply', 'No reply yet', 'quiet'],
    ['let_go', 'Let it go', 'quiet'],
  ],
  no_reply: [
    ['answered', 'They answered'],
    ['let_go', 'Let it go', 'quiet'],
  ],
  answered: [],
  let_go: [],
  skipped: [],
};

const UNDO: Act = ['undo', 'Take that back', 'quiet'];

interface WeekActsProps {
  week: Pick<Week, 'id' | 'state' | 'version'>;
  back: 'home' | 'week';
}

/** What can be said of a week now. */
export function WeekActs({ week, back }: WeekActsProps) {
  const isSaid = week.state !== 'open' && week.state !== 'planned';
  const shown = [...acts[week.state], ...(isSaid && back === 'week' ? [UNDO] : [])];
  if (shown.length === 0) return null;
  return (
    <PostForm action={addressOfResult(week.id)}>
      <Hidden name="version" value={week.version} />
      <Hidden name="back" value={back} />
      <div className="actions">
        {shown.map(([act, label, variant]) => (
          <Button key={act} name="act" value={act} variant={variant}>
            {label}
          </Button>
        ))}
      </div>
    </PostForm>
  );
}
