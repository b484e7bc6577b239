import { expect, test } from 'vitest';
import { regardOf } from '../../checks/docker/did/operands.ts';
import { wordsOf } from '../../checks/docker/words.ts';

const regard = (line: string, file = 'new') => regardOf(wordsOf(line), file);

test.each([
  'stat /new',
  'stat -c %s /tmp/new',
  'ls -l new',
  'ls -w 80 new',
  'ls /etc new',
  'ls -- new',
  'find new',
  'find -L /tmp/new -ls',
  'ls new/',
])('%s asks for the file by name', (line) => expect(regard(line)).toEqual({ named: true, hidden: false }));

test.each([
  'stat -c new /etc',
  'stat --format new /',
  'stat --printf=new /',
  'ls -T new',
  'find / -name new',
  'find /etc -not -name x',
  'ls --color=new /',
])('%s does not ask for it by name', (line) => expect(regard(line).named).toBe(false));

test.each([
  'ls -I new /',
  'ls -lInew /',
  'ls -I "n*" /',
  'ls -aI new',
  'ls --hide=new /',
  'ls --hide new',
  'ls --ignore "[m-o]ew" /',
  'find / -not -name new',
  'find / ! -name "n?w"',
  'find / -name new -prune -false',
  'find / -name new -prune -o -print',
  'find / -name other',
  'find . -iname "*.TXT"',
  'find / -type d',
  'find / -false',
  'find / ( -name new -o -name x ) -false',
  'find / -path /etc/passwd',
  'find / -name other -exec ls {} ; -o -name third',
  'tree -I "x|new" /',
  'tree -P "*.txt" /',
])('%s leaves it out', (line) => expect(regard(line).hidden).toBe(true));

test.each([
  'ls -I other /',
  'ls -a --hide=new /',
  'ls -la',
  'dir /',
  'find /',
  'find / -name new',
  'find / -xdev -name "n*"',
  'find / -iname NEW',
  'find / -maxdepth 1 -type f',
  'find / -newer /etc/passwd',
  'find / -name proc -prune -o -print',
  'find / -name proc -prune -o -name new -print',
  'find / -not -path "/proc/*"',
  'find / -path /proc -prune -o -name "*ew"',
  'find / ( -name new -o -name x ) -print',
  'find / -name x , -name new',
  'find / -mmin -5 -ls',
  'find / -name new -exec ls -l {} ;',
  'find / -type f -exec stat {} + -quit',
  'find / -nosuch',
  'tree -P "n*" /',
  'tree /',
])('%s shows it', (line) => expect(regard(line).hidden).toBe(false));

test('a name with a dot in front is shown to who asks for all', () => {
  expect(regard('ls /', '.new').hidden).toBe(true);
  expect(regard('ls -A /', '.new').hidden).toBe(false);
  expect(regard('find /', '.new').hidden).toBe(false);
});
