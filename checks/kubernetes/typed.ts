/** How a Pod is called in a command, where a lab speaks of it by a fact: `${nginx}` is its uid, `${nginx.name}` its name. */
export const nameOf = (reference: string): string => partOf(reference, 'name') ?? reference;

/** A part of a fact, to be filled in when it is typed; undefined for what is not a fact. */
export function partOf(reference: string, path: string): string | undefined {
  const [, fact] = /^\$\{([\w-]+)\}$/.exec(reference) ?? [];
  return fact === undefined ? undefined : `\${${fact}.${path}}`;
}

/** A command that reads an object from its input. */
export const given = (command: string, object: unknown): string => `${command} <<'END'\n${JSON.stringify(object)}\nEND`;

/** A command that reads it by the API's own path of the learner's namespace: `pods`. */
export const posted = (path: string, object: unknown): string =>
  given(
    `kubectl create --raw "/api/v1/namespaces/$(kubectl config view --minify -o jsonpath='{..namespace}')/${path}" -f -`,
    object,
  );
