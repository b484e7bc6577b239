import { expect, test } from 'vitest';
import { readScript } from '../../runner/lab/lint/script/script.ts';
import { scriptRules } from '../../runner/lab/lint/script/scriptRules.ts';
import { say } from '../../runner/words/say.ts';

const facts = ['first', 'web', 'phase', 'count', 'state', 'limit'];
const read = (text: string) => readScript(text, [], facts);

const examples = (kind: 'wrong' | 'right') =>
  scriptRules.flatMap((rule) => rule[kind].map((text) => [rule.id, text] as const));

test.each(examples('wrong'))('%s is found in `%s`', (id, text) => {
  const found = scriptRules.find((rule) => rule.id === id)?.look(read(text)) ?? [];
  expect(found).toHaveLength(1);
  for (const { message, pos, end } of found) {
    expect(text.slice(pos, end).trim()).not.toBe('');
    expect(`${say('en', message)}${say('ja', message)}`).not.toContain('undefined');
  }
});

test.each(examples('right'))('%s does not stand against `%s`, nor does any other rule', (_, text) => {
  expect(scriptRules.flatMap((rule) => rule.look(read(text)).map(() => rule.id))).toEqual([]);
});

test.each([
  'set -e\ntest -e /tmp/x\ntest -e /tmp/y',
  'f() { exit 1; }\ntest -e /tmp/x || f',
  'case $(docker ps -q) in "") exit 1 ;; *) exit 0 ;; esac',
  'for each in $(docker ps -q); do test "$each" = "$first" && exit 0; done\nexit 1',
  'docker ps --format \'{{.Names}}\' | while read -r name; do echo "$name"; done | grep -qx web',
  '[[ -e /tmp/x ]]',
  '(( $(docker ps -q | wc -l) > 2 ))',
  'count=$(docker ps -q | wc -l)\n[ "$count" -eq 2 ] || { because "There are two containers."; expected 2; actual "$count"; exit 1; }',
  'test "$(cat /proc/1/comm)" = init',
  'curl -sfm 2 "http://$web_ip" | grep -q hello',
  'test "$(wc -l < /root/notes)" -gt 3',
  'kubectl wait --for=condition=Ready --timeout=2s pod/web',
  'ip=$(docker inspect -f "{{.NetworkSettings.IPAddress}}" web) || exit 2\ntest "$ip" = "$web_ip"',
])('nothing is found in `%s`', (text) => {
  expect(scriptRules.flatMap((rule) => rule.look(read(text)).map(() => rule.id))).toEqual([]);
});
