import type { CardThread } from '#app/discussions/queries/threads-about.server.ts';
import { When } from '#app/time/when.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

interface Props {
  threads: readonly CardThread[];
  zone: string;
}

/** What the viewer's circles said of a card. Draws nothing where they said nothing. */
export function CardThreads({ threads, zone }: Props) {
  if (threads.length === 0) return null;
  return (
    <Block title="Talked about" id="threads">
      <Rows label="Threads from this card">
        {threads.map(({ to, title, circle, lastAt }) => (
          <Row
            key={to}
            to={to}
            title={title}
            meta={
              <p>
                {circle} · <When at={lastAt} zone={zone} style="day" />
              </p>
            }
          />
        ))}
      </Rows>
    </Block>
  );
}
