import { ButtonLink } from '#app/ui/forms/button.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';

const WHY = {
  moved: 'What is read for this session is still due on the day it was.',
  cancelled: 'What was to be read for this session is still due on its day.',
  behind: 'Most of the circle is behind the plan.',
};

/** Why the rest of a reading might be planned anew, to those who plan it. */
export function ReplanOffer({ to, why }: { to: string; why: keyof typeof WHY }) {
  return (
    <NoticeBar action={<ButtonLink to={to}>Plan the rest anew</ButtonLink>}>
      <p>{WHY[why]}</p>
    </NoticeBar>
  );
}
