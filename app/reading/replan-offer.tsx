import { ButtonLink } from '#app/ui/button.tsx';
import { NoticeBar } from '#app/ui/page.tsx';

/** Beside a session that was moved or cancelled: the plan still says the day it was. */
export function ReplanOffer({ to, cancelled }: { to: string; cancelled: boolean }) {
  return (
    <NoticeBar action={<ButtonLink to={to}>Plan the rest anew</ButtonLink>}>
      <p>
        {cancelled
          ? 'What was to be read for this session is still due on its day.'
          : 'What is read for this session is still due on the day it was.'}
      </p>
    </NoticeBar>
  );
}
