import type { Block, Part } from '#app/notifications/bundles/rules/arranged.ts';
import {
  type BundleSays,
  previewOf,
  reasonOf,
  subjectOf,
  titleOf,
  whenOf,
} from '#app/notifications/bundles/words.ts';
import { ASKS_AND_CONVERSATIONS } from '#app/notifications/words.ts';
import { absolute } from '#app/platform/links.server.ts';
import { EmailLayout } from '#app/platform/mail/email-layout.tsx';
import {
  EmailButton,
  EmailPart,
  EmailSmall,
  EmailThing,
  EmailTold,
} from '#app/platform/mail/email-parts.tsx';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** What somebody has not seen, of all their circles and between them and others. */
interface Says extends BundleSays {
  to: Recipient;
  /** the inbox's page */
  path: string;
  /** the thread that all of it is about */
  threadId?: number | undefined;
}

export const subject = (says: Says) => subjectOf(says);

export function Body(says: Says) {
  const { parts, path } = says;
  const title = titleOf(says);
  const blocks = parts.flatMap((part) => part.blocks);
  const [only] = blocks.length === 1 ? blocks : [];
  return (
    <EmailLayout preview={previewOf(says)} title={title} reason={reasonOf(says)}>
      {parts.map(({ of, blocks }) => (
        <EmailPart key={titleOfPart(of)} title={titleOfPart(of)}>
          {blocks.map((block) => (
            <Thing key={block.to} {...{ block, says }} />
          ))}
        </EmailPart>
      ))}
      <EmailButton href={absolute(only?.to ?? path)}>
        {only ? 'Open it' : 'Open your inbox'}
      </EmailButton>
      <EmailSmall>Only what you have not seen on the site comes by mail.</EmailSmall>
    </EmailLayout>
  );
}

function titleOfPart(of: Part['of']): string {
  if (of === 'you') return 'For you';
  return of === 'between' ? ASKS_AND_CONVERSATIONS : of.circle;
}

function Thing({ block: { title, to, lines }, says }: { block: Block; says: Says }) {
  const titled = title !== titleOf(says);
  return (
    <EmailThing href={absolute(to)} title={titled ? title : null}>
      {lines.map((line, index) => {
        // The title leads to the first.
        const isLink = line.threadId !== null && !(titled && index === 0);
        return (
          <EmailTold
            key={line.to}
            href={isLink ? absolute(line.to) : null}
            when={whenOf(line, says)}
            said={line.said}
          >
            {line.did}
          </EmailTold>
        );
      })}
    </EmailThing>
  );
}
