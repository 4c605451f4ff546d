/** What a page says after something was done. The words of every notice, by code. */
export interface Notice {
  words: string;
  /** a form that takes it back: `action` makes its address from the notice's parameter */
  undo?: { label: string; action: (param: string) => string };
}

export const notices = {
  saved: { words: 'Saved.' },
} satisfies Record<string, Notice>;

export type NoticeCode = keyof typeof notices;
