import { addressOfImport } from '#app/shelves/addresses.ts';
import type { ImportView } from '#app/shelves/imports/queries/imports.server.ts';
import { resultWords, sourceWords } from '#app/shelves/words.ts';
import { When } from '#app/time/when.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

interface Props {
  imports: ImportView[];
  zone: string;
  now: number;
}

/** The latest imports of one's own. Draws nothing while there is none. */
export function ImportRows({ imports, zone, now }: Props) {
  if (imports.length === 0) return null;
  return (
    <Block title="Your imports" id="imports">
      <Rows label="Your imports">
        {imports.map((one) => (
          <Row
            key={one.id}
            title={one.fileName}
            to={addressOfImport(one.id)}
            meta={
              <>
                {sourceWords[one.source]},{' '}
                <When at={one.sentAt} zone={zone} now={now} style="day" />. {resultWords(one)}
              </>
            }
          />
        ))}
      </Rows>
    </Block>
  );
}
