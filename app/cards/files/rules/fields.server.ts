import { z } from 'zod';

/** What cards and recipes say of themselves in the same words. */

export const oneLine = (name: string, max: number) =>
  z
    .string(`${name} must be words`)
    .trim()
    .min(1, `${name} is empty`)
    .max(max, `${name} is longer than ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, `${name} must be one line`);

const headCount = z
  .int('people must be two whole numbers, for example [3, 8]')
  .min(1, 'people must be from 1 to 12')
  .max(12, 'people must be from 1 to 12');

export const once = (values: readonly unknown[]) => new Set(values).size === values.length;

/** Fewest and most. */
export const people = () =>
  z
    .tuple([headCount, headCount], 'people must be two whole numbers, for example [3, 8]')
    .refine(([fewest, most]) => fewest <= most, 'people must begin with the smaller number');

/** Of `content/card-topics.json`; whether they are in it is for who reads the folder. */
export const tags = () =>
  z
    .array(oneLine('a tag', 40), 'about must be a list of tags, for example [trust]')
    .min(1, 'about must name one to six tags')
    .max(6, 'about must name one to six tags')
    .refine(once, 'about has a tag twice');
