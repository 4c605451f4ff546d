import type { OnCircle } from '#app/mentoring/queries/on-circle.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

/** Who asks for help at the moment, and the way to ask. */
export function AsksInCircle({ way, asks }: Pick<OnCircle, 'way' | 'asks'>) {
  return (
    <Block title="Who could use a hand?" id="asks">
      {asks.length > 0 && (
        <Rows>
          {asks.map((ask) => (
            <Row key={ask.to} {...ask} />
          ))}
        </Rows>
      )}
      <p className="mt-3">
        <Link to={way.to}>{way.words}</Link>
      </p>
    </Block>
  );
}

/** The latest somebody was told, and what they will do. */
export function LatestTold({ to, who, told, will }: NonNullable<OnCircle['told']>) {
  return (
    <Block title={who}>
      <blockquote className="passage" dir="auto">
        {told}
      </blockquote>
      <p dir="auto">
        <Link to={to}>{will}</Link>
      </p>
    </Block>
  );
}
