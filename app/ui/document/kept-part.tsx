import { type ReactNode, useContext } from 'react';
import { PageContext } from './page-context.ts';

/**
 * A part of the document that is the same for every request of a route: the server renders it once
 * and keeps its markup, of which then only this place is rendered. In the browser it is its children.
 */
export function KeptPart({ name, children }: { name: string; children: ReactNode }) {
  const { keeps } = useContext(PageContext);
  return keeps ? <template data-kept={name} /> : children;
}

/** The markup of a kept part's place. */
export const keptPlace = (name: string) => `<template data-kept="${name}"></template>`;
