import { createElement, type ElementType, Fragment, type Key, type ReactElement } from 'react';

const ELEMENT = Symbol.for('react.element');

interface Made extends ReactElement {
  $$typeof: symbol;
  ref: null;
  _owner: null;
}

/**
 * What the server's markup is made of. React 18 copies the properties of every element, which are
 * its own already: a tenth of what a page costs. As React 19 does, this takes them as they are; an
 * element with a ref, with a key among its properties or with defaults is React's to make.
 */
export function jsx(type: ElementType, props: object, key?: Key): ReactElement {
  const { defaultProps } = type as { defaultProps?: object };
  if (defaultProps || 'ref' in props || 'key' in props) {
    return createElement(type, key === undefined ? props : { key, ...props });
  }
  const made: Made = {
    $$typeof: ELEMENT,
    type,
    key: key === undefined ? null : `${key}`,
    ref: null,
    props,
    _owner: null,
  };
  return made;
}

export { Fragment, jsx as jsxs };
