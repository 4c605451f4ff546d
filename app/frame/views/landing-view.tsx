import { Seats } from '#app/ui/drawings/seats.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';

const parts = [
  {
    head: 'Read.',
    rest: 'One good book, a few chapters at a time, with people who run teams as you do.',
  },
  {
    head: 'Meet.',
    rest: 'Every other week, around cards that ask better questions than “how is it going?”.',
  },
  {
    head: 'Ask.',
    rest: 'The best leaders receive help as well as give it. A circle is where asking is easy.',
  },
];

/** What this is, for someone who is not signed in: the cover, and what is inside. */
export function LandingView({ signUp }: { signUp: boolean }) {
  return (
    <>
      <div className="bind landing">
        <div className="landing-inside">
          <div>
            <h1>Eight leaders, one book, and room to ask for help</h1>
            <p className="landing-lede">
              Octavo is where small, confidential circles read together, meet on a schedule, and
              help one another with what is hard.
            </p>
            <div className="actions">
              <ButtonLink to="/sign-in" variant="primary">
                Sign in
              </ButtonLink>
              {signUp && (
                <ButtonLink to="/sign-up" variant="quiet">
                  Make an account
                </ButtonLink>
              )}
            </div>
            <p className="mt-5 max-w-[34rem] text-sm">
              {signUp
                ? 'Invited to a circle? The link you were sent brings you straight in.'
                : 'People come here by invitation: the link they were sent brings them straight in.'}
            </p>
          </div>
          <Seats taken={7} of={8} size="huge" decorative />
        </div>
      </div>
      <ol className="landing-parts">
        {parts.map(({ head, rest }) => (
          <li key={head}>
            <b>{head}</b> {rest}
          </li>
        ))}
      </ol>
    </>
  );
}
