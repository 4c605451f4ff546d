import { addressOfSettings } from '#app/circles/addresses.ts';
import { HostTabs } from '#app/circles/views/host-tabs.tsx';
import { addressOfRequestDecision } from '#app/joining/addresses.ts';
import type { OpenRequest } from '#app/joining/queries/requests.server.ts';
import { When } from '#app/time/when.tsx';
import { zoneCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';

interface RequestsViewProps {
  slug: string;
  requests: readonly OpenRequest[];
  timeZone: string;
}

/** The people who ask for a seat. */
export function RequestsView({ slug, requests, timeZone }: RequestsViewProps) {
  const mail = useMailWords();
  return (
    <Page>
      <HostTabs slug={slug} />
      <PageHead title="Requests" />
      {requests.length === 0 ? (
        <Empty title="Nobody is asking just now">
          People can ask for a seat when the circle is listed; that is in its{' '}
          <Link to={addressOfSettings(slug)}>settings</Link>.{' '}
          {mail('You get a mail when someone does.', 'Who does shows here.')}
        </Empty>
      ) : (
        <ul className="grid max-w-[45rem] gap-8">
          {requests.map((request) => (
            <li key={request.id}>
              <RequestCard slug={slug} request={request} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

interface RequestCardProps {
  slug: string;
  request: OpenRequest;
  timeZone: string;
}

export function RequestCard({ slug, request, timeZone }: RequestCardProps) {
  const mail = useMailWords();
  const does = [request.whatIDo, request.company].filter(Boolean).map(apart).join(', ');
  return (
    <PostForm
      action={addressOfRequestDecision(slug, request.id)}
      className="panel"
      aria-label={`The request of ${apart(request.name)}`}
    >
      <div className="mb-4 flex gap-4">
        <PersonMark name={request.name} size="large" />
        <div>
          <h2 className="text-xl">{request.name}</h2>
          {does && <p>{does}</p>}
          <p className="text-sm text-ink-2">
            <When at={request.since} zone={timeZone} style="day" /> · {zoneCity(request.timeZone)}
          </p>
        </div>
      </div>
      {request.word && (
        <blockquote className="mb-5 border-l-2 border-cloth pl-4 font-serif text-lg leading-normal whitespace-pre-line">
          {request.word}
        </blockquote>
      )}
      <TextArea
        name="answer"
        label={`A word to ${apart(request.name)}`}
        hint={`Optional. ${mail('It goes into the mail with your answer.', 'It waits with the answer in the Outbox: no mail leaves this site yet.')}`}
        rows={2}
        maxLength={500}
        grow
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" name="decision" value="accepted">
          Accept
        </Button>
        <Button name="decision" value="declined">
          Decline
        </Button>
      </div>
    </PostForm>
  );
}
