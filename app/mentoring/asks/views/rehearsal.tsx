import { useState } from 'react';
import { addressOfDiscarding, addressOfKeeping } from '#app/mentoring/asks/addresses.ts';
import type { StandingAsk } from '#app/mentoring/asks/commands/keep-ask.server.ts';
import type { Audiences } from '#app/mentoring/asks/queries/audience-view.ts';
import type { AskToWrite } from '#app/mentoring/asks/queries/rehearsal.server.ts';
import { digestsInField } from '#app/mentoring/asks/rules/reach.ts';
import { sourceForReaders } from '#app/mentoring/asks/rules/source.ts';
import { asksWhom, MORE_OFTEN } from '#app/mentoring/asks/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { AskAsRead } from './ask-as-read.tsx';
import { AskFields } from './ask-fields.tsx';
import { AudienceChoice } from './audience-choice.tsx';
import { Checks } from './checks.tsx';
import { KeptByItself } from './kept-by-itself.tsx';
import { SourceLines } from './source-lines.tsx';
import { type Chosen, WhoSees } from './who-sees.tsx';

export interface RehearsalProps {
  ask: AskToWrite;
  audiences: Audiences;
  me: { id: number; name: string };
  /** whom the address, or the refused form, says */
  chosen: { to: string; person: string };
  zone: string;
  now: string;
  /** the page answers a form that was refused */
  isAnswer: boolean;
  /** the version that the form is made from */
  version: number;
  /** what it says by now, where that is not what the typed text was made from */
  theirs?: StandingAsk;
}

/** An ask before it goes: its text, who would read it, and how it reads there. */
export function Rehearsal(props: RehearsalProps) {
  const { ask, audiences, me, isAnswer, version, theirs } = props;
  const [kept, setKept] = useState<Pick<AskToWrite, 'html' | 'checks'> | null>(null);
  const [choice, setChoice] = useState(props.chosen);
  const chosen = chosenAmong(audiences, choice);
  const isDraft = ask.state === 'draft';
  const { sessions, circles, all, site } = audiences;
  const named = [...sessions, ...circles, all, site].filter((one) => one !== null);
  return (
    <Page>
      <PageHead
        eyebrow={isDraft ? 'A draft · only you can see it' : 'Open · others read it'}
        title={isDraft ? 'What would help?' : 'Ask more people, or change it'}
      />
      {theirs && (
        <SavedNow>
          <p className="ask-title">{theirs.title}</p>
          <Prose html={theirs.html} />
        </SavedNow>
      )}
      <PostForm className="ask-form">
        <Hidden name="named" value={digestsInField(named)} />
        <div className="ask-part">
          <div>
            {ask.source && <SourceLines source={ask.source} />}
            <AskFields title={ask.title} body={ask.body} neededBy={ask.neededBy}>
              <KeptByItself
                personId={me.id}
                askId={ask.id}
                version={version}
                address={isDraft ? addressOfKeeping(ask.id) : null}
                isAnswer={isAnswer}
                onKept={setKept}
              />
            </AskFields>
            <div className="actions">
              <Button name="act" value="keep">
                {isDraft ? 'Keep it' : 'Change it'}
              </Button>
              {isDraft && (
                <ButtonLink to={addressOfDiscarding(ask.id)} variant="quiet">
                  Discard it
                </ButtonLink>
              )}
            </div>
          </div>
          <Checks checks={kept?.checks ?? ask.checks} />
        </div>
        <div className="ask-part">
          <div>
            <h2>{isDraft ? 'Who should read it?' : 'Who else should read it?'}</h2>
            <AudienceChoice
              audiences={audiences}
              chosen={choice}
              onChoose={setChoice}
              zone={props.zone}
              now={props.now}
            />
            <div className="actions">
              <Button name="act" value="look">
                See how it reads there
              </Button>
            </div>
          </div>
          <WhoSees chosen={chosen} />
        </div>
        <div className="ask-part" id="reads">
          <div>
            <h2>
              {chosen ? `As ${nameOf(chosen) ?? 'they'} will read it` : 'As they will read it'}
            </h2>
            <AskAsRead
              asker={{ name: me.name }}
              asks={asksOf(chosen)}
              title={ask.title || '…'}
              html={kept?.html ?? ask.html}
              source={sourceForReaders(ask.source, isWithin(chosen))}
              neededBy={ask.neededBy}
            >
              <p className="ask-acts" aria-hidden="true">
                <span>I can help</span>
                <span>Not now</span>
                <span>Tell me more first</span>
              </p>
            </AskAsRead>
          </div>
          <div className="ask-go">
            <p>{MORE_OFTEN}</p>
            <Button variant="primary" name="act" value="send">
              {sendTo(chosen)}
            </Button>
            <p className="hint">{afterwards(chosen)}</p>
          </div>
        </div>
      </PostForm>
    </Page>
  );
}

function chosenAmong(audiences: Audiences, { to, person }: { to: string; person: string }): Chosen {
  if (to === 'person') {
    const one = audiences.people.find(({ id }) => String(id) === person);
    return one ? { kind: 'person', person: one } : null;
  }
  const { sessions, circles, all, site } = audiences;
  const audience = [...sessions, ...circles, all, site].find((one) => one?.to === to);
  return audience ? { kind: 'group', audience } : null;
}

const nameOf = (chosen: Chosen) => (chosen?.kind === 'person' ? apart(chosen.person.name) : null);

const isWithin = (chosen: Chosen) =>
  chosen === null
    ? true
    : chosen.kind === 'person'
      ? chosen.person.withSource
      : chosen.audience.withSource;

const asksOf = (chosen: Chosen) =>
  chosen?.kind === 'group'
    ? asksWhom(chosen.audience.kind, chosen.audience.circle)
    : asksWhom('person', null);

function sendTo(chosen: Chosen): string {
  const name = nameOf(chosen);
  if (name) return `Send it to ${name}`;
  if (chosen?.kind !== 'group') return 'Send it';
  const { kind, circle, people } = chosen.audience;
  if (kind === 'session') return 'Bring it to the session';
  if (kind === 'circle') return `Send it to ${apart(circle ?? '')}`;
  return people.length === 1 ? 'Send it to them' : `Send it to these ${people.length}`;
}

function afterwards(chosen: Chosen): string {
  const name = nameOf(chosen);
  if (!name) return 'Nothing leaves before you send it.';
  return `Only ${name} sees it. After two working days without an answer they hear once more, and then you do.`;
}
