import { addressOfSession } from '#app/sessions/addresses.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import type { ReplyAnswer } from '#app/sessions/rules/session.ts';
import { answerWords } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';

interface ReplyLinkProps {
  circle: { slug: string; name: string };
  session: Pick<SessionView, 'id' | 'startsAt' | 'minutes' | 'mine'>;
  /** when it was to be, for the mail of a time before */
  was: string | null;
  zone: string;
  /** the answer that the link says */
  say: ReplyAnswer;
  isSignedIn: boolean;
  /** who is signed in, where the link is somebody else’s: whose is not said */
  other: string | null;
}

const answers: readonly ReplyAnswer[] = ['yes', 'maybe', 'no'];

const saidWords: Record<ReplyAnswer, string> = {
  yes: 'You’re coming',
  maybe: 'You may come',
  no: 'You can’t come',
};

/** The page behind a link of a mail: the session as it is now, and one press that answers. */
export function ReplyLinkView(props: ReplyLinkProps) {
  const { circle, session, was, zone, say, isSignedIn, other } = props;
  const { startsAt, minutes, mine } = session;
  const ordered = [say, ...answers.filter((answer) => answer !== say)];
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={circle.name}
        title={mine.answer ? saidWords[mine.answer] : 'Will you come?'}
        lede={`${dayAndTime(startsAt, zone)} in ${clockCity(zone)}, ${minutes} minutes`}
      />
      {other !== null && (
        <div className="mb-8">
          <NoticeBar>
            You are signed in as {apart(other)}, and this link is somebody else’s: it answers for
            whoever the mail was sent to.
          </NoticeBar>
        </div>
      )}
      {was && (
        <div className="mb-8">
          <NoticeBar tone="rubric">
            It has moved: it was to be on {dayAndTime(was, zone)}.
            {mine.answer === null && ' Can you come then?'}
          </NoticeBar>
        </div>
      )}
      <PostForm aria-label="Will you come?">
        <Hidden name="seen" value={startsAt} />
        <div className="flex flex-wrap gap-3">
          {ordered.map((answer) => (
            <Button
              key={answer}
              name="answer"
              value={answer}
              variant={answer === (mine.answer ?? say) ? 'primary' : 'plain'}
              aria-pressed={mine.answer === answer}
            >
              {answerWords[answer]}
            </Button>
          ))}
        </div>
      </PostForm>
      <p className="mt-6 text-ink-2">
        {mine.answer ? 'You can change it until it starts.' : 'Nothing is said before you press.'}{' '}
        {other === null && (
          <Link to={addressOfSession(circle.slug, session.id)}>
            {isSignedIn ? 'The session’s page' : 'Sign in to the session’s page'}
          </Link>
        )}
      </p>
    </Page>
  );
}

/** The page of a link that stands for nothing any more, or that is none of ours. */
export function NothingToReply({ known }: { known: boolean }) {
  return (
    <Page width="narrow">
      <PageHead
        title={known ? 'There is nothing left to answer here' : 'This link does not work'}
        lede={
          known
            ? 'The session has begun or is off, or you are in its circle no more.'
            : 'It may not be whole, or be too old. What comes next stands on your home page.'
        }
        actions={
          <ButtonLink to="/" variant="primary">
            Your circles
          </ButtonLink>
        }
      />
    </Page>
  );
}
