import { addressOfCircle } from '#app/circles/addresses.ts';
import { AgreementRules } from '#app/circles/agreement/views/agreement-rules.tsx';
import { Consent } from '#app/circles/agreement/views/consent-form.tsx';
import { seatsWords } from '#app/circles/words/circles.ts';
import { addressOfRequestWithdrawal, addressOfSeat } from '#app/joining/addresses.ts';
import type { AboutCircle } from '#app/joining/queries/about.server.ts';
import { When } from '#app/time/when.tsx';
import { zoneCity } from '#app/time/zones.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { TextArea } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Columns, Facts, Page } from '#app/ui/page/page.tsx';
import { ApartWarning } from './apart-warning.tsx';
import { OutsideBand } from './outside-band.tsx';

interface AboutViewProps {
  circle: AboutCircle;
  timeZone: string;
  /** the word of an open request, when another was typed since; '' for none */
  before: string | null;
}

/** A circle seen from outside, and asking for a seat in it. */
export function AboutView({ circle, timeZone, before }: AboutViewProps) {
  return (
    <div data-cloth={circle.cloth}>
      {circle.viewerIs !== 'member' && (
        <OutsideBand name={circle.name} taken={circle.seats - circle.free} seats={circle.seats}>
          {seatsWords(circle)}.
        </OutsideBand>
      )}
      <Page>
        <Columns aside={<Ask circle={circle} timeZone={timeZone} before={before} />}>
          {circle.viewerIs === 'member' && (
            <h1 className="mb-6">
              About <bdi>{circle.name}</bdi>
            </h1>
          )}
          {circle.purpose && (
            <p className="mb-6 max-w-measure font-serif text-xl leading-normal">{circle.purpose}</p>
          )}
          <Facts
            items={[
              { term: 'Host', value: circle.host },
              { term: 'Time zone', value: zoneCity(circle.timeZone) },
              { term: 'Found by', value: circle.listed ? 'Everyone here' : 'Invitation only' },
            ]}
          />
          <section className="mt-10">
            <h2 className="mb-4">What its members agreed</h2>
            <AgreementRules rules={circle.agreement.rules} />
          </section>
        </Columns>
      </Page>
    </div>
  );
}

function Ask({ circle, timeZone, before }: AboutViewProps) {
  const mail = useMailWords();
  if (circle.viewerIs === 'member') {
    return (
      <section className="panel">
        <p className="mb-4">You’re in this circle. This is how it looks from outside.</p>
        <ButtonLink to={addressOfCircle(circle.slug)}>Go to the circle</ButtonLink>
      </section>
    );
  }
  if (circle.viewerIs === 'in-line') {
    return (
      <section className="panel">
        <h2 className="mb-2">You’re in line</h2>
        <p className="mb-4">
          {mail(
            'We write to you when a seat is yours to take.',
            'You see on its page when a seat is yours to take: no mail leaves this site yet.',
          )}
        </p>
        <ButtonLink to={addressOfSeat(circle.slug)}>See your place</ButtonLink>
      </section>
    );
  }
  if (circle.request && before === null) {
    return (
      <section className="panel">
        <h2 className="mb-2">You’ve asked for a seat</h2>
        <p className="mb-4 text-ink-2">
          You asked on <When at={circle.request.since} zone={timeZone} style="day" />, and{' '}
          <bdi>{circle.host}</bdi> decides.{' '}
          {mail(
            'The answer comes by mail.',
            'The answer will show on this site: no mail leaves it yet.',
          )}
        </p>
        {circle.request.word && (
          <blockquote className="mb-4 border-l-2 border-cloth pl-4 font-serif whitespace-pre-line">
            {circle.request.word}
          </blockquote>
        )}
        {circle.meetsKeptApart && <ApartWarning />}
        <PostForm action={addressOfRequestWithdrawal(circle.slug)}>
          <Hidden name="confirmed" value="yes" />
          <Button variant="quiet">Withdraw the request</Button>
        </PostForm>
      </section>
    );
  }
  return (
    <PostForm className="panel">
      <h2 className="mb-2">Ask for a seat</h2>
      <p className="mb-5 text-sm text-ink-2">
        <bdi>{circle.host}</bdi> decides. They see your name and{' '}
        <Link to="/account">what your profile says</Link>.
        {circle.free === 0 && ' All seats are taken, so a yes puts you on the waiting list.'}
      </p>
      {before !== null && (
        <>
          <p className="mb-2 font-semibold">
            You asked before{before ? ', and wrote' : ', without a word'}
          </p>
          {before && (
            <blockquote className="mb-4 border-l-2 border-cloth pl-4 font-serif whitespace-pre-line">
              {before}
            </blockquote>
          )}
          <Hidden name="instead" value="yes" />
        </>
      )}
      <TextArea
        name="word"
        label="A word to the host"
        hint="Optional. What brings you here?"
        rows={4}
        maxLength={500}
        grow
      />
      {circle.meetsKeptApart && <ApartWarning />}
      <Consent
        version={circle.agreement.version}
        label="I’m in, if they take me. I’ve read what was agreed."
      />
      <Button variant="primary" wide>
        {before === null ? 'Ask for a seat' : 'Send this word instead'}
      </Button>
    </PostForm>
  );
}
