/** What an ask comes from, as one reader of it may see that. `by` is a name. */
export type AskSource =
  | { kind: 'card'; title: string; href: string }
  /** words of a book; the link leads to the note that quotes them, for members of its circle */
  | { kind: 'passage'; quote: string; page: string; book: string | null; href: string | null }
  | { kind: 'note'; by: string; mine: boolean; beginning: string; href: string }
  | { kind: 'takeaway'; by: string; mine: boolean; beginning: string; book: string; href: string }
  /** what its asker had said they would do */
  | { kind: 'commitment'; mine: boolean; act: string; byOn: string; href: string }
  /** its reader has not read that far; `section` is where it is from, where that can be said */
  | { kind: 'folded'; of: SourceInCircle; section: string | null; href: string }
  /** of a circle its reader is not in */
  | { kind: 'elsewhere'; of: 'note' | 'takeaway' | 'commitment' }
  /** taken back since, or not to be found any more: the asker alone is told */
  | { kind: 'gone'; of: SourceKind };

export type SourceInCircle = 'note' | 'passage' | 'takeaway';
export type SourceKind = SourceInCircle | 'commitment' | 'card';
