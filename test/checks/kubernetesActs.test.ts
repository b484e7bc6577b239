import { expect, test } from 'vitest';
import { mainWordsOf, wordsOf } from '../../checks/kubernetes/acts.ts';

test.each<[script: string, called: string, main?: string]>([
  ['kill -HUP 1', 'kill'],
  ['nohup timeout 5 /bin/kill 1 &', 'kill'],
  ["FOO=1 'kill' 1 2> /dev/null", 'kill'],
  ['a && b && kill 1', 'a b kill'],
  // Whether it comes to these is not told by the script's end.
  ['a && kill 1; b', 'a b'],
  ['a || kill 1', 'a'],
  ['exit 0; kill 1', ''],
  ['exec kill 1; a', 'kill'],
  ['for i in $(seq 3); do kill $i; done', 'seq kill', 'kill'],
  ['if a; then kill 1; fi', 'a kill'],
  ['kill $(pidof nginx | head -1)', 'kill pidof head', 'kill'],
  ['sleep 1 | (kill 1)', 'sleep kill'],
  // A text is no program.
  ["cat <<'END'\nkill 1\nEND", 'cat'],
  ['echo "a; kill 1" # ; kill 1', 'echo'],
])('`sh -c %j` calls: %s', (script, called, main = called) => {
  const command = ['sh', '-c', script];
  expect(wordsOf({ command }).slice(1).join(' ')).toBe(called);
  expect(mainWordsOf({ command }).slice(1).join(' ')).toBe(main);
});
