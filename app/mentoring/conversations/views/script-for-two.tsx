import { addressOfConversation } from '#app/mentoring/addresses.ts';
import { addressOfScript } from '#app/mentoring/conversations/addresses.ts';
import type { PartnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import type { ScriptStep } from '#app/mentoring/conversations/queries/script.server.ts';
import type { Speaks } from '#app/mentoring/conversations/rules/script.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page } from '#app/ui/page/page.tsx';
import { BackToTalk } from './back-to-talk.tsx';
import { TwoLeaves } from './two-leaves.tsx';

export interface ScriptProps {
  conversationId: number;
  steps: readonly ScriptStep[];
  side: 'asker' | 'helper';
  /** the name of the other */
  other: string;
}

/** Who speaks, to one of the two. */
function speakerInWords(speaks: Speaks, side: 'asker' | 'helper', other: string): string {
  if (speaks === 'both') return 'Both of you';
  return speaks === side ? 'You speak' : `${apart(other)} speaks`;
}

/** The script beside a conversation: a step a line, and who speaks in it. */
export function ScriptForTwo({ conversationId, steps, side, other }: ScriptProps) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="script">
      <h2 id="script">Thirty minutes for two</h2>
      <p className="mb-4 text-sm text-ink-2">A script. Leave it whenever you like.</p>
      <ol className="script">
        {steps.map(({ title, minutes, speaks, html }) => (
          <li key={title}>
            <TwoLeaves speaks={speaks} side={side} />
            <div>
              <h3>{title}</h3>
              <p className="sr-only">{speakerInWords(speaks, side, other)}</p>
              <div className="words" dangerouslySetInnerHTML={{ __html: html }} />
            </div>
            <span className="minutes">
              {minutes}
              <span className="sr-only"> minutes</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-4">
        <Link to={addressOfScript(conversationId)}>Show it large, a step at a time</Link>
      </p>
    </section>
  );
}

/** One step of the script in the largest type, for the table while two talk. */
export function ScriptNow({
  conversationId,
  steps,
  side,
  about,
  at,
}: Omit<ScriptProps, 'other'> & { about: PartnerFace; at: number }) {
  const step = steps[at];
  if (!step) return null;
  const path = addressOfScript(conversationId);
  return (
    <Page width="narrow">
      <section className="script-now" aria-labelledby="step">
        <p className="mb-6 text-sm">
          <BackToTalk {...{ conversationId, about }} />
        </p>
        <p className="eyebrow">{`${at + 1} of ${steps.length} · ${step.minutes} minutes`}</p>
        <TwoLeaves speaks={step.speaks} side={side} />
        <p className="font-semibold">{speakerInWords(step.speaks, side, about.name)}</p>
        <h1 id="step" className="mt-2">
          {step.title}
        </h1>
        <div className="words" dangerouslySetInnerHTML={{ __html: step.html }} />
        <div className="actions">
          {at + 1 < steps.length && (
            <ButtonLink to={`${path}?step=${at + 2}`} variant="primary">
              Next: {steps[at + 1]?.title}
            </ButtonLink>
          )}
          {at + 1 === steps.length && (
            <ButtonLink to={addressOfConversation(conversationId)} variant="primary">
              Back to your conversation
            </ButtonLink>
          )}
          {at > 0 && <ButtonLink to={`${path}?step=${at}`}>Back</ButtonLink>}
        </div>
      </section>
    </Page>
  );
}
