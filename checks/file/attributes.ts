import { shown } from '../../runner/api.ts';
import { quote } from '../kit/inside.ts';
import type { FileParams } from './check.ts';

type Fill = (path: string) => string;

type Attributes = {
  /** Makes a file at a path that has them all. */
  readonly fill: Fill;
  /** The same with one of them wrong, under its name. */
  readonly spoilt: readonly (readonly [what: string, fill: Fill])[];
  /** Any file will do. */
  readonly isAny: boolean;
};

type Values = { readonly [Key in 'content' | 'mode' | 'owner' | 'group']?: string };

const wrongs: readonly (readonly [what: string, key: keyof Values, value: (right: string) => string])[] = [
  ['more in it', 'content', (right) => `${right} and more`],
  ['something else in it', 'content', () => 'adversary'],
  ['nothing in it', 'content', () => ''],
  ['another mode', 'mode', (right) => (/^0*444$/.test(right) ? '400' : '444')],
  ['another owner', 'owner', () => '4321'],
  ['another group', 'group', () => '4321'],
];

const fillWith =
  ({ content, mode, owner, group }: Values): Fill =>
  (path) =>
    [
      content === undefined ? `touch ${path}` : `printf '%s\\n' ${quote(content)} > ${path}`,
      ...(owner === undefined ? [] : [`chown ${owner} ${path}`]),
      ...(group === undefined ? [] : [`chgrp ${group} ${path}`]),
      ...(mode === undefined ? [] : [`chmod ${mode} ${path}`]),
    ].join('; ');

/** How a shell makes a file with these values; undefined where it is not known how. */
export function attributesOf({ content, mode, owner, group, ...more }: FileParams['where']): Attributes | undefined {
  const given = Object.entries({ content, mode, owner, group }).filter(([, value]) => value !== undefined);
  if (Object.keys(more).length > 0 || given.some(([, value]) => typeof value === 'object')) return undefined;
  const values: Values = Object.fromEntries(given.map(([key, value]) => [key, shown(value)]));
  return {
    fill: fillWith(values),
    spoilt: wrongs.flatMap(([what, key, value]) => {
      const right = values[key];
      return right === undefined ? [] : [[what, fillWith({ ...values, [key]: value(right) })] as const];
    }),
    isAny: given.length === 0,
  };
}
