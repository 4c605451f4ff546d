import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  Component,
  type ComponentProps,
  createElement,
  createRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
} from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import * as ours from '#app/remix/elements.ts';

const require = createRequire(import.meta.url);
const production = 'cjs/react-jsx-runtime.production.min.js';
const theirs: typeof ours = require(
  join(dirname(require.resolve('react/package.json')), production),
);

const Named = ({ name, children }: { name: string; children?: ReactNode }) => (
  <p title={name}>{children}</p>
);
class Usual extends Component<{ word?: string }> {
  static defaultProps = { word: 'usual' };
  override render() {
    return <b>{this.props.word}</b>;
  }
}
const Held = forwardRef<HTMLInputElement, ComponentProps<'input'>>((props, ref) => (
  <input {...props} ref={ref} />
));
const ref = createRef<never>();

const partsOf = (element: ReactElement & { $$typeof?: symbol; ref?: unknown }) => ({
  kind: element.$$typeof,
  type: element.type,
  key: element.key,
  ref: element.ref,
  props: Object.entries(element.props),
});

// An upgrade of React that makes elements in another way fails here.
test.each([
  ['nothing', ['p', {}]],
  ['children', ['p', { className: 'a', children: ['Noor', 7, null] }]],
  ['a key', ['li', { children: 'Noor' }, 'noor']],
  ['a number as its key', ['li', {}, 0]],
  ['a key that is spread', ['li', { id: 'a', key: 'noor' }]],
  ['both keys', ['li', { key: 'spread' }, 'own']],
  ['a ref', ['input', { ref, name: 'a' }]],
  ['a ref and a key', ['input', { ref, name: 'a' }, 'a']],
  ['an empty ref', ['input', { ref: undefined, name: 'a' }]],
  ['a component', [Named, { name: 'Noor', children: 'Ines' }]],
  ['a component with defaults', [Usual, {}, 'b']],
  ['a component that is handed its ref', [Held, { ref, name: 'a' }]],
  ['a fragment', [ours.Fragment, { children: ['Noor', 'Ines'] }, 'c']],
] as [string, Parameters<typeof ours.jsx>][])('an element with %s is React’s', (_, made) => {
  const [type, props, key] = made;
  const own = ours.jsx(type, { ...props }, key);
  const react = theirs.jsx(type, { ...props }, key);
  expect(partsOf(own)).toEqual(partsOf(react));
  const page = (element: ReactNode) => renderToString(createElement('main', null, element));
  expect(page(own)).toBe(page(react));
});
