import type { LedTo } from '#app/mentoring/queries/outcomes-view.ts';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

/** What a card led to in the viewer's circles. Draws nothing where it led to nothing yet. */
export function CardLedTo({ outcomes }: { outcomes: readonly (LedTo & { circle: string })[] }) {
  if (outcomes.length === 0) return null;
  return (
    <div className="mt-10">
      <Block title="This card led to" id="led-to">
        <Rows>
          {outcomes.map(({ to, title, who, circle }) => (
            <Row
              key={to}
              to={to}
              title={title}
              meta={
                <p>
                  {who} · <bdi>{circle}</bdi>
                </p>
              }
            />
          ))}
        </Rows>
      </Block>
    </div>
  );
}
