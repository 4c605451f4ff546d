import { ASKS, addressOfConversation, CONVERSATIONS } from '#app/mentoring/addresses.ts';
import type {
  ConversationsBefore,
  MyConversation,
} from '#app/mentoring/conversations/queries/my-conversations.server.ts';
import { placeInAddress } from '#app/mentoring/conversations/rules/paging.ts';
import { relative } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';

export interface ConversationListProps {
  conversations: readonly MyConversation[];
  next: ConversationsBefore | null;
  first: boolean;
  /** ISO, the loader's */
  now: string;
  zone: string;
}

/** Whom the viewer talks with, and talked with. */
export function ConversationList(props: ConversationListProps) {
  const { conversations, next, first, now, zone } = props;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={ASKS}>Asks</Link>}
        title="Your conversations"
        lede="Each is read by the two of you, and by nobody else."
      />
      {conversations.length === 0 ? (
        <Empty
          title="No conversation yet."
          action={<ButtonLink to={`${ASKS}/new`}>Ask for help</ButtonLink>}
        >
          One begins when somebody’s help is taken up: yours, or another’s.
        </Empty>
      ) : (
        <Rows>
          {conversations.map(({ id, title, with: other, at, ended, fresh }) => (
            <Row
              key={id}
              mark={<PersonMark name={other} />}
              title={title}
              to={addressOfConversation(id)}
              new={fresh}
              meta={`With ${apart(other)} · ${relative(at, now, zone)}${ended ? ' · over' : ''}`}
            />
          ))}
        </Rows>
      )}
      <Pager
        newer={first ? null : CONVERSATIONS}
        older={next && `${CONVERSATIONS}?${placeInAddress(next)}`}
      />
    </Page>
  );
}
