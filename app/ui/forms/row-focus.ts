/**
 * What takes the focus when a row goes by this button: the same one of the next row, or of the one
 * before; where it was the only row, the button that adds one.
 */
export function neighbourOf({ form, value }: HTMLButtonElement): HTMLElement | null {
  const [verb, , list] = value.split(':');
  const steps = [...(form?.querySelectorAll<HTMLButtonElement>('button[name=step]') ?? [])];
  const likes = steps.filter((step) => {
    const [its, , of] = step.value.split(':');
    return its === verb && of === list;
  });
  const at = likes.findIndex((step) => step.value === value);
  return (
    likes[at + 1] ??
    likes[at - 1] ??
    steps.find((step) => step.value === (list ? `add-row:${list}` : 'add-row')) ??
    null
  );
}
