import type { GivenRole } from '#app/circles/rules/circles.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { CopyField } from '#app/ui/forms/copy-field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { NoticeBar } from '#app/ui/page/page.tsx';
import { capital, countWord, plural } from '#app/ui/words.ts';

interface Answer {
  email: string;
  is: 'invited' | 'member' | 'invited-before';
  /** of a member, or whom the open invitation names; '' for none */
  name: string;
  /** ISO, of an open invitation */
  since: string | null;
  /** told only now; null when the same form was sent before */
  link: string | null;
}

export interface SentTo {
  answers: readonly Answer[];
  free: number;
  role: GivenRole;
  word: string;
  /** no mail leaves this site */
  kept: boolean;
}

interface AnswersProps {
  sent: SentTo;
  /** of the form that sends to those invited before */
  submissionKey: string;
  zone: string;
}

const kept = (it: 'it' | 'them') =>
  `but no mail leaves this site yet: its administrator has ${it} in the Outbox.`;

/** What became of each address, and the links, told only now. */
export function Answers({ sent, submissionKey, zone }: AnswersProps) {
  const kind = (is: Answer['is']) => sent.answers.filter((answer) => answer.is === is);
  const [invited, members, before] = [kind('invited'), kind('member'), kind('invited-before')];
  const [only] = invited;
  return (
    <>
      {only && invited.length === 1 && <SentNotice sent={{ ...only, kept: sent.kept }} />}
      {invited.length > 1 && <ManySent sent={invited} free={sent.free} kept={sent.kept} />}
      {members.length > 0 && (
        <div className="mb-8">
          <NoticeBar>
            {members.map(({ email, name }) => (
              <p key={email}>
                {email}: <bdi>{name}</bdi> is in the circle already.
              </p>
            ))}
          </NoticeBar>
        </div>
      )}
      {before.length > 0 && (
        <div className="mb-8">
          <NoticeBar>
            <p className="mb-3 font-semibold">Invited before, and not answered yet</p>
            {before.map(({ email, since }) => (
              <p key={email}>
                {email}, on {since && <When at={since} zone={zone} style="day" />}
              </p>
            ))}
            <p className="my-3 text-sm text-ink-2">
              They were not sent another. Sending one ends the link they have.
            </p>
            <PostForm name="again">
              <Hidden name="emails" value={before.map(({ email }) => email).join(', ')} />
              <Hidden name="role" value={sent.role} />
              <Hidden name="word" value={sent.word} />
              <Hidden name="again" value="yes" />
              <Hidden name="submissionKey" value={submissionKey} />
              <Button>Send them a new invitation</Button>
            </PostForm>
          </NoticeBar>
        </div>
      )}
    </>
  );
}

interface ManySentProps {
  sent: readonly Answer[];
  free: number;
  kept: boolean;
}

function ManySent({ sent, free, kept: isKept }: ManySentProps) {
  const waiting = sent.length - free;
  return (
    <div className="mb-8">
      <NoticeBar tone="cloth">
        <p className="mb-3 font-semibold">
          {capital(countWord(sent.length))}{' '}
          {isKept ? `invitations are written, ${kept('them')}` : 'invitations are on their way.'}
        </p>
        {waiting > 0 && (
          <p className="mb-3">
            {capital(countWord(free))} {plural(free, 'seat is', 'seats are')} free: whoever comes
            when all are taken stands in line.
          </p>
        )}
        {sent.map(({ email, link }) =>
          link ? <CopyField key={email} label={email} value={link} /> : <p key={email}>{email}</p>,
        )}
        {sent.some(({ link }) => link) && (
          <p className="text-sm text-ink-2">
            These links are shown only now. Each works once, like the one in the mail.
          </p>
        )}
      </NoticeBar>
    </div>
  );
}

interface SentNoticeProps {
  sent: { email: string; link: string | null; kept: boolean };
}

/** One invitation that was sent, and its link, told only now. */
export function SentNotice({ sent }: SentNoticeProps) {
  return (
    <div className="mb-8">
      <NoticeBar tone="cloth">
        <p className="mb-3 font-semibold">
          {sent.kept
            ? `The invitation to ${sent.email} is written, ${kept('it')}`
            : `The invitation is on its way to ${sent.email}.`}
        </p>
        {sent.link && (
          <>
            <CopyField label="Or send them this link yourself" value={sent.link} />
            <p className="text-sm text-ink-2">
              It is shown only now. It works once, like the one in the mail.
            </p>
          </>
        )}
      </NoticeBar>
    </div>
  );
}
