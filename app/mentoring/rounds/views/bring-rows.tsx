import type { RoundView } from '#app/mentoring/rounds/queries/round-view.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Block, Row, Rows } from '#app/ui/page/page.tsx';

/** Asks of the viewer's that they could bring instead of writing one. */
export function BringRows({ drafts, path }: { drafts: RoundView['drafts']; path: string }) {
  return (
    <Block title="Or bring one there is">
      <Rows>
        {drafts.map(({ id, title, open }) => (
          <Row
            key={id}
            title={title}
            meta={open ? 'You ask it already' : 'A draft of yours'}
            action={
              <PostForm action={`${path}/bringing`}>
                <Hidden name="ask" value={id} />
                <Button aria-label={`Bring “${title}”`}>Bring it</Button>
              </PostForm>
            }
          />
        ))}
      </Rows>
    </Block>
  );
}
