import { Component, type ReactNode } from 'react';

/**
 * Keeps what has focus where it is on the screen while what is above it grows or shrinks. Browsers
 * with scroll anchoring lose their anchor when it is drawn anew; others have none.
 */
export class Steady extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): number | null {
    const { activeElement } = document;
    return activeElement && activeElement !== document.body
      ? activeElement.getBoundingClientRect().top
      : null;
  }

  override componentDidUpdate(_: unknown, _state: unknown, before: number | null): void {
    const { activeElement } = document;
    if (before === null || !activeElement || before < 0 || before > window.innerHeight) return;
    const moved = activeElement.getBoundingClientRect().top - before;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  }

  override render() {
    return this.props.children;
  }
}
