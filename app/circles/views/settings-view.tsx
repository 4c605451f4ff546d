import type { Cloth } from '#app/access/proofs.ts';
import { addressOfArchiving, addressOfCircle } from '#app/circles/addresses.ts';
import { clothNames } from '#app/circles/words/circles.ts';
import { zoneLabel } from '#app/time/zones.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Columns, Facts, NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { CircleFields } from './circle-fields.tsx';

interface Settings {
  name: string;
  purpose: string;
  seats: number;
  timeZone: string;
  visibility: 'private' | 'listed';
  cloth: Cloth;
  version: number;
  zones: readonly string[];
}

interface SettingsViewProps extends Settings {
  slug: string;
  /** what somebody else, or another tab, saved while this form was filled */
  saved: Settings | null;
}

export function SettingsView({ slug, zones, saved, version, ...circle }: SettingsViewProps) {
  return (
    <Page>
      <PageHead title="Settings" />
      <Columns aside={<Elsewhere slug={slug} />}>
        {saved && <SavedMeanwhile circle={saved} />}
        <PostForm>
          <Hidden name="version" value={saved?.version ?? version} />
          <CircleFields circle={circle} zones={zones} />
          <Button variant="primary">Save</Button>
        </PostForm>
      </Columns>
    </Page>
  );
}

/** What another tab saved, beside what was typed here: the next save is by someone who has seen both. */
function SavedMeanwhile({ circle }: { circle: Settings }) {
  return (
    <div className="mb-8">
      <NoticeBar>
        <p className="mb-3 font-semibold">As it was saved in the meantime</p>
        <Facts
          items={[
            { term: 'Name', value: circle.name },
            { term: 'Purpose', value: circle.purpose || 'None' },
            { term: 'Cloth', value: clothNames[circle.cloth] },
            { term: 'Seats', value: circle.seats },
            { term: 'Time zone', value: zoneLabel(circle.timeZone) },
            { term: 'Found by', value: circle.visibility === 'listed' ? 'Listed' : 'Private' },
          ]}
        />
      </NoticeBar>
    </div>
  );
}

function Elsewhere({ slug }: { slug: string }) {
  const home = addressOfCircle(slug);
  return (
    <section>
      <h2 className="mb-3">Also yours to keep</h2>
      <ul className="grid gap-2">
        <li>
          <Link to={`${home}/agreement`}>What you agreed</Link>
        </li>
        <li>
          <Link to={`${home}/people`}>People and roles</Link>
        </li>
        <li>
          <Link to={`${home}/invitations`}>Invitations and the reusable link</Link>
        </li>
        <li>
          <Link to={`${home}/about`}>How it looks from outside</Link>
        </li>
        <li>
          <Link to={addressOfArchiving(slug)}>Archive the circle</Link>
        </li>
        <li>
          <Link to={`${home}/leave`}>Leave the circle</Link>
        </li>
      </ul>
    </section>
  );
}
