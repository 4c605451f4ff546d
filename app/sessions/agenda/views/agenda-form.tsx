import { useActionData } from '@remix-run/react';
import type { DeckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { CardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import type { SessionDefaults } from '#app/sessions/schedule/queries/session-form.server.ts';
import { useTypedSession } from '#app/sessions/schedule/views/typed-session.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton, useRowDrafts } from '#app/ui/forms/row-drafts.tsx';
import { type AgendaDraft, AgendaEditor } from './agenda-editor.tsx';
import type { CardParts } from './look-for-cards.tsx';

interface AgendaFormProps {
  defaults: SessionDefaults;
  shelves: readonly DeckChoices[];
  cards: CardParts;
  version: number;
  /** when it begins, 'HH:MM', and how long it is */
  starts: string;
  minutes: number;
  back: string;
}

interface AgendaReply {
  form?: FormReply;
  found?: CardsToChoose | null;
}

const FORM = 'agenda-form';

/** The agenda of a session by itself, for whoever runs it. */
export function AgendaForm(props: AgendaFormProps) {
  const { defaults, shelves, cards, version, starts, minutes, back } = props;
  const action = useActionData<AgendaReply | undefined>();
  const reply = action?.form;
  const drafts = useRowDrafts('agenda', defaults.agenda as AgendaDraft[], reply);
  const live = useTypedSession(FORM, defaults, reply, drafts.rows);
  return (
    <PostForm id={FORM} onInput={live.read}>
      <EnterButton value="" />
      <Hidden name="version" value={String(reply?.values.version ?? version)} />
      <AgendaEditor
        drafts={drafts}
        shelves={shelves}
        cards={cards}
        found={action?.found ?? null}
        starts={starts}
        typed={live.rows}
        minutes={minutes}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" name="step" value="">
          Save
        </Button>
        <ButtonLink to={back} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </PostForm>
  );
}
