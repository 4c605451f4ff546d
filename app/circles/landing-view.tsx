import { ButtonLink } from '#app/ui/button.tsx';
import { Seats } from '#app/ui/seats.tsx';

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

/** What this is, for someone who is not signed in. */
export function LandingView({ signUp }: { signUp: boolean }) {
  return (
    <div className="mx-auto grid max-w-[68rem] gap-12 px-[var(--gutter)] py-[clamp(2rem,9vh,6.5rem)] lg:grid-cols-[1fr_22rem] lg:gap-20">
      <div>
        <h1 className="max-w-[18ch] text-[clamp(2.25rem,1.4rem+4vw,4rem)] leading-[1.08]">
          Eight leaders, one book, and room to ask for help
        </h1>
        <p className="mt-6 max-w-[34rem] font-serif text-xl leading-normal text-ink-2">
          Octavo is where small, confidential circles read together, meet on a schedule, and help
          one another with what is hard.
        </p>
        <div className="actions mt-8">
          <ButtonLink to="/sign-in" variant="primary">
            Sign in
          </ButtonLink>
          {signUp && <ButtonLink to="/sign-up">Make an account</ButtonLink>}
        </div>
        <p className="mt-5 max-w-[34rem] text-sm text-ink-2">
          {signUp
            ? 'Invited to a circle? The link in your mail brings you straight in.'
            : 'People come here by invitation: the link in your mail brings you straight in.'}
        </p>
      </div>
      <div className="grid content-start gap-10">
        <div className="hidden lg:block [&_svg]:size-56">
          <Seats taken={7} of={8} size="huge" decorative />
        </div>
        <ol>
          {parts.map(({ head, rest }) => (
            <li
              key={head}
              className="border-t border-rule py-4 font-serif text-lg leading-normal last:border-b"
            >
              <b>{head}</b> {rest}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
