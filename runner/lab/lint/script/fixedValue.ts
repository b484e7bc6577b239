import { message } from '../../../words/message.ts';
import { callsIn } from '../../shell/calls.ts';
import { nodesIn } from '../../shell/tree.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

/** An address that an engine gives to containers: not one that is the same everywhere, nor a gateway. */
export const isGivenAddress = (text: string): boolean =>
  /^(?:10|172|192\.168)(?:\.\d{1,3}){2,3}$/.test(text) && text.split('.').length === 4 && !/\.(?:0|1|255)$/.test(text);

const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;

/** An address or a PID as it was on the author's machine. */
export const fixedValue: ScriptRule = {
  id: 'fixed-value',
  about: message('lint.fixed-value.about'),
  wrong: ['curl -sf -m 2 http://172.17.0.2/', 'test -e /proc/4711/ns/pid', 'kill -0 4711'],
  right: ['curl -sf -m 2 "http://$web_ip/"', 'test -e "/proc/$web_pid/ns/pid"', 'test -e /proc/1/ns/pid'],
  look: ({ text, tree }) => {
    const whole = nodesIn(tree).flatMap(({ node }) => (node.type === 'Word' ? [node] : []));
    const inWords = whole.flatMap(({ pos, end }): readonly Finding[] => {
      const written = text.slice(pos, end);
      const address = [...written.matchAll(addresses)].find(([each]) => isGivenAddress(each));
      const process = /\/proc\/(\d{2,})\b/.exec(written);
      const found = address ?? process;
      if (!found) return [];
      const from = pos + found.index;
      const words = message(address ? 'lint.fixed-address' : 'lint.fixed-pid', {
        value: address?.[0] ?? process?.[1] ?? '',
      });
      return [{ message: words, pos: from, end: from + found[0].length }];
    });
    const inCalls = callsIn(tree).flatMap(({ name, words }): readonly Finding[] => {
      if (!['kill', 'ps', 'nsenter', 'pstree'].includes(name)) return [];
      const pid = words.find(({ value }) => /^\d{2,}$/.test(value));
      return pid ? [{ message: message('lint.fixed-pid', { value: pid.value }), pos: pid.pos, end: pid.end }] : [];
    });
    return [...new Map([...inWords, ...inCalls].map((each) => [each.pos, each])).values()];
  },
};
