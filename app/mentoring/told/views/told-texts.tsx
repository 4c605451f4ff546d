import { Prose } from '#app/ui/page/prose.tsx';

interface Props {
  /** the viewer's own */
  mine: boolean;
  /** HTML */
  told: string;
  /** HTML */
  will: string;
}

/** The two texts, as the circle reads them. */
export function ToldTexts({ mine, told, will }: Props) {
  return (
    <>
      <p className="eyebrow">{mine ? 'What you were told' : 'What they were told'}</p>
      <blockquote>
        <Prose html={told} />
      </blockquote>
      <p className="eyebrow">{mine ? 'What you’ll do' : 'What they’ll do'}</p>
      <Prose html={will} />
    </>
  );
}
