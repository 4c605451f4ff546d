import { ASKS, GIVING, WEEK } from '#app/mentoring/addresses.ts';
import type { GivingView, Thanks } from '#app/mentoring/giving/queries/giving-view.ts';
import { DEEDS } from '#app/mentoring/giving/rules/months.ts';
import { deedWords, monthWords, questionWords, SOMEBODY } from '#app/mentoring/giving/words.ts';
import { When } from '#app/time/when.tsx';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { SeasonQuestionForm } from './season-question-form.tsx';
import { TwigDrawing } from './twig-drawing.tsx';

interface GivingPageProps {
  page: GivingView;
  /** a page after the first */
  later: boolean;
  zone: string;
}

/** What I asked for, offered, helped with and was thanked for. Nobody else sees any of it. */
export function GivingPage({ page, later, zone }: GivingPageProps) {
  const { twig, words, months, season, thanks, next } = page;
  return (
    <Page width="narrow">
      <PageHead
        title="Giving and receiving"
        lede="What you asked for, and where you helped. Only you see this, and nothing in it is compared."
      />
      {!later && season && (
        <Block title={questionWords(season.question, season).question}>
          <SeasonQuestionForm season={season} />
        </Block>
      )}
      {!later && months.length === 0 && (
        <Empty
          title="Nothing stands here yet"
          action={
            <>
              <ButtonLink to={ASKS}>Ask for something</ButtonLink>
              <ButtonLink to={WEEK} variant="quiet">
                Or ask one person this week
              </ButtonLink>
            </>
          }
        >
          It grows by itself: a leaf for each thing you ask, and one wherever you help.
        </Empty>
      )}
      {!later && months.length > 0 && (
        <Block>
          {twig && <TwigDrawing twig={twig} />}
          <p className="my-4">{twig ? twig.words : words}</p>
          <Months months={months} />
        </Block>
      )}
      <ThanksList thanks={thanks} zone={zone} />
      <Pager
        older={next === null ? null : `${GIVING}?before=${next}`}
        newer={later ? GIVING : null}
      />
      <p className="mt-8">
        <Link to={ASKS}>Your asks</Link> · <Link to={WEEK}>This week, ask one person</Link>
      </p>
    </Page>
  );
}

function Months({ months }: Pick<GivingView, 'months'>) {
  const last = months.at(-1)?.month ?? '';
  return (
    <div className="giving-months">
      <table>
        <caption>Month by month</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {DEEDS.map((deed) => (
              <th key={deed} scope="col">
                {deedWords[deed]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthWords(month.month, last)}</th>
              {DEEDS.map((deed) => (
                <td key={deed}>{month[deed] || ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ThanksList({ thanks, zone }: { thanks: readonly Thanks[]; zone: string }) {
  if (thanks.length === 0) return null;
  return (
    <Block title="Thanks you were given">
      <Rows>
        {thanks.map(({ id, body, by, at }) => (
          <Row
            key={id}
            title={body}
            meta={
              <>
                {by === null ? SOMEBODY : <bdi>{by}</bdi>}, <When at={at} zone={zone} style="day" />
              </>
            }
          />
        ))}
      </Rows>
    </Block>
  );
}
