import { addressOfConversation } from '#app/mentoring/addresses.ts';
import type { PartnerFace } from '#app/mentoring/conversations/queries/partner-face.server.ts';
import { apart } from '#app/ui/apart.ts';
import { Link } from '#app/ui/page/link.tsx';

interface Props {
  conversationId: number;
  about: Pick<PartnerFace, 'name' | 'title'>;
}

/** Above the title of a page about a conversation: which one it is, and the way back. */
export const BackToTalk = ({ conversationId, about: { name, title } }: Props) => (
  <Link to={addressOfConversation(conversationId)}>{`${apart(title)}, with ${apart(name)}`}</Link>
);
