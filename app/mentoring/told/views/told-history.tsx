import type { toldHistory } from '#app/mentoring/told/queries/told-history.server.ts';
import { named } from '#app/mentoring/words.ts';
import { When } from '#app/time/when.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { ToldTexts } from './told-texts.tsx';

interface Props {
  history: NonNullable<Awaited<ReturnType<typeof toldHistory>>>;
  /** where it is read */
  back: string;
  zone: string;
}

/** What somebody shared says and said, the newest first. */
export function ToldHistory({ history: { by, versions }, back, zone }: Props) {
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={back}>What we were told</Link>}
        title={`What ${named(by)} shared`}
      />
      <ol className="notes" reversed>
        {versions.map(({ version, at, told, will }, index) => (
          <li className="note told-whole" key={version}>
            <header>
              <h2>{index === 0 ? 'Now' : index === versions.length - 1 ? 'First' : 'Then'}</h2>
              <When at={at} zone={zone} />
            </header>
            <ToldTexts mine={false} told={told} will={will} />
          </li>
        ))}
      </ol>
    </Page>
  );
}
