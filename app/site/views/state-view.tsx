import type { ReactNode } from 'react';
import { MAIL, OUTBOX } from '#app/site/addresses.ts';
import type { Complaints, SiteState } from '#app/site/rules/state.ts';
import { When } from '#app/time/when.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { capital, numberWord } from '#app/ui/words.ts';
import { SiteNav } from './site-nav.tsx';

interface StateViewProps {
  state: SiteState;
  complaints: Complaints;
  zone: string;
  now: Date;
}

/** How the installation runs, for whoever looks after it: what is wrong first, then every part. */
export function StateView({ state, complaints, zone, now }: StateViewProps) {
  const count = Object.keys(complaints).length;
  const when = (at: Date) => (
    <When at={at.toISOString()} zone={zone} now={now.toISOString()} style="relative" />
  );
  return (
    <Page width="narrow">
      <SiteNav />
      <PageHead
        title="How it runs"
        lede={
          count === 0
            ? 'All is well.'
            : `${capital(numberWord(count))} ${count === 1 ? 'thing' : 'things'} to look into, marked below.`
        }
      />
      <Block title="Here">
        <Parts>
          <Part
            term="Octavo"
            value={
              <>
                {state.octavo}, started {when(state.startedAt)}
              </>
            }
          />
          <Part
            term="Node"
            value={`${state.node}, time zones of ${state.zones}`}
            wrong={complaints.node}
          />
          <Part
            term="Clocks"
            value={state.clocks ? <>looked at {when(state.clocks.at)}</> : 'not looked at yet'}
            wrong={complaints.clocks}
          />
          <Part term="Disk" value={diskWords(state.disk)} wrong={complaints.disk} />
          <Part term="Proxy" value={proxyWords(state.proxy)} wrong={complaints.proxy} />
        </Parts>
      </Block>
      <Block title="Database">
        <Parts>
          <Part
            term="PostgreSQL"
            value={`${state.database.version}, ${state.database.where}, ${size(state.database.size)}`}
          />
          <Part term="Schema" value={state.database.migration} />
          <Part
            term="Connections"
            value={`${state.connections.inUse} of ${state.connections.most} in use, ${state.connections.waiting} waiting`}
            wrong={complaints.connections}
          />
          <Part
            term="Backups"
            value={<Backups backups={state.backups} when={when} />}
            wrong={complaints.backups}
          />
        </Parts>
      </Block>
      <Block title="Work">
        <Parts>
          <Part
            term="Jobs"
            value={`${state.jobs.due} waiting, ${state.jobs.scheduled} for later, ${state.jobs.failed} given up`}
            wrong={complaints.jobs}
          />
          <Part
            term={<Link to={MAIL}>Mail</Link>}
            value={
              state.mail.through ? (
                `sent through ${state.mail.through}`
              ) : (
                <>
                  kept in the <Link to={OUTBOX}>Outbox</Link>
                </>
              )
            }
            wrong={complaints.mail}
          >
            {state.mail.failing && (
              <p className="state-said">
                {state.mail.failing.count === 1
                  ? 'One message is tried again'
                  : `${state.mail.failing.count} messages are tried again`}
                , last tried {when(state.mail.failing.at)}: {state.mail.failing.error}
              </p>
            )}
          </Part>
        </Parts>
      </Block>
    </Page>
  );
}

const Parts = ({ children }: { children: ReactNode }) => <dl className="facts">{children}</dl>;

interface PartProps {
  term: ReactNode;
  value: ReactNode;
  wrong?: string;
  children?: ReactNode;
}

function Part({ term, value, wrong, children }: PartProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {value}
        {wrong && <p className="state-wrong">{wrong}</p>}
        {children}
      </dd>
    </div>
  );
}

interface BackupsProps {
  backups: SiteState['backups'];
  when: (at: Date) => ReactNode;
}

function Backups({ backups: { kept, good }, when }: BackupsProps) {
  const nightly = kept === 0 ? 'no nightly ones' : `one each night, ${kept} kept`;
  if (!good) return nightly;
  return (
    <>
      {nightly}; the newest {when(good.endedAt)}, {size(good.bytes)}, {good.file}
    </>
  );
}

function diskWords(disk: SiteState['disk']): string {
  return disk ? `${size(disk.free)} of ${size(disk.total)} free` : 'cannot be asked here';
}

function proxyWords({ trusted, forwarded }: SiteState['proxy']): string {
  if (trusted > 0) return trusted === 1 ? 'one is trusted' : `${trusted} are trusted`;
  return forwarded ? 'seen, not trusted' : 'none seen';
}

const UNITS = ['KB', 'MB', 'GB', 'TB'];

/** '12 MB': bytes in the unit that keeps them short. */
function size(bytes: number): string {
  let [amount, unit] = [bytes / 1024, 0];
  while (amount >= 1000 && unit < UNITS.length - 1) [amount, unit] = [amount / 1024, unit + 1];
  return `${amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${UNITS[unit]}`;
}
