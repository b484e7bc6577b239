import { instant } from '../instant.ts';
import { markerOf } from '../machine/engine.ts';
import type { ApiCall } from './model.ts';

const logged = /^time="([^"]+)" level=(?:debug|error) msg="((?:[^"\\]|\\.)*)"(?:.* spanID=(\w+))?/;
const called = /^Calling ([A-Z]+) (\/\S*)$/;
// The log is quoted as Go does it, which has a few escapes that JSON lacks.
const goEscape = /\\(?:x([0-9a-f]{2})|([av])|(\\))/g;
const inJson = (sequence: string, hex?: string, letter?: string): string =>
  hex ? `\\u00${hex}` : letter ? `\\u000${letter === 'a' ? '7' : 'b'}` : sequence;
const failed = /^Handler for ([A-Z]+) (?:\/v\d+\.\d+)?(\/\S*) returned error: (.*)$/s;
const notRun = /^Error running exec (\w+) in container: (.*)$/s;
const formData = 'form data: ';
/** How the shell's completion writes the version of the API, see `images/machine/Dockerfile`: nobody has asked for what it asks. */
const byCompletion = /^\/v\d+\.0/;

type Noted = ApiCall & { body?: unknown; error?: string };

/**
Reads the API's calls from the engine's debug log, line by line. The log has a call's body in a line of its own, which names
the same span as the call; lines of calls at the same time stand between each other.
*/
export function callLog(nonce: string) {
  const calls: Noted[] = [];
  const open = new Map<string, Noted | 'own'>();
  const notStarted = new Map<string, string>();
  const marker = markerOf(nonce);

  const readCall = (span: string | undefined, at: number, method: string, target: string): Noted | undefined => {
    const url = new URL(target, 'http://machine');
    const [, version, path = url.pathname] = /^\/v(\d+\.\d+)(\/.*)$/.exec(url.pathname) ?? [];
    const own = url.search.includes(marker) || path === '/_ping' || byCompletion.test(url.pathname);
    const query = Object.fromEntries(url.searchParams);
    const call: Noted = { method, path, query, at, ...(version !== undefined && { version }) };
    if (span !== undefined && method !== 'GET') open.set(span, own ? 'own' : call);
    if (own) return undefined;
    calls.push(call);
    return call;
  };

  const readBody = (span: string | undefined, text: string): Noted | undefined => {
    const call = span === undefined ? undefined : open.get(span);
    if (span !== undefined) open.delete(span);
    if (call === undefined || call === 'own') return undefined;
    call.body = json(text);
    return call;
  };

  const readFailure = (text: string): ApiCall | undefined => {
    const [, exec, why] = notRun.exec(text) ?? [];
    if (exec !== undefined && why !== undefined) {
      notStarted.set(exec, why);
      return startOf(exec);
    }
    const [, method, path, error] = failed.exec(text) ?? [];
    if (error === undefined) return undefined;
    const call = calls.findLast((each) => each.method === method && each.path === path && each.error === undefined);
    if (call) call.error = error;
    return call;
  };

  const startOf = (exec: string): ApiCall | undefined => calls.findLast(({ path }) => path === `/exec/${exec}/start`);

  return {
    /** Whether somebody asked for this exec to be started; why it could not be, in the engine's words. */
    askedFor: (exec: string): boolean => startOf(exec) !== undefined,
    whyNotStarted: (exec: string): string | undefined => notStarted.get(exec),
    /** The call that this line told of, or told more of. */
    read(line: string): ApiCall | undefined {
      const [, time, quoted, span] = logged.exec(line) ?? [];
      if (time === undefined || quoted === undefined) return undefined;
      const text = json(`"${quoted.replace(goEscape, inJson)}"`);
      if (typeof text !== 'string') return undefined;
      const [, method, target] = called.exec(text) ?? [];
      if (method !== undefined && target !== undefined) return readCall(span, instant(time), method, target);
      return text.startsWith(formData) ? readBody(span, text.slice(formData.length)) : readFailure(text);
    },
    since: (since: number): readonly ApiCall[] => calls.filter((call) => call.at >= since),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
