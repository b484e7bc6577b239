import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

/** Paths of files and folders. */
export function paths(_: Asking, value: string): readonly AnswerAdversary[] {
  const other = '/srv/elsewhere';
  const isWhole = value.startsWith('/') && value !== '/';
  return [
    ...dressed(value),
    ...right({
      'full width': wide(value),
      'in a sentence': `It is ${value}.`,
      'not the other': `${value}, not ${other}`,
      'in Japanese': `パスは${value}です`,
      ...(isWhole && {
        'two slashes': value.replace('/', '//'),
        'a slash behind it': `${value}/`,
        'by way of itself': `/.${value}`,
        'a line of ls -l': `-rw-r--r-- 1 root root 648 Nov 30 10:12 ${value}`,
        'as grep -n shows it': `${value}:12:x`,
        'as a URL': `file://${value}`,
      }),
    }),
    ...wrong({
      'another path': other,
      'one of two': `${value} or ${other}`,
      'both, one after the other': `${other} ${value}`,
      'two lines': `${value}\n${other}`,
      'a letter more': `${value}x`,
      'a folder more': `${value.replace(/\/$/, '')}/x`,
      'under another folder': `/srv/${value}`,
      'its folder': value.slice(0, value.lastIndexOf('/')) || other,
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
      ...(/[a-z]/.test(value) && { 'capital letters': value.toUpperCase() }),
    }),
  ];
}
