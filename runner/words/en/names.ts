/** Where something is: the machine, a container, or one of a Pod, which comes as `web/main`. */
export function placed(name: string): string {
  const [pod = '', container] = name.split('/');
  if (name === '' || name === 'machine') return 'the machine';
  return container === undefined ? `\`${pod}\`` : `the container \`${container}\` of the Pod \`${pod}\``;
}

/** The same at the beginning of a sentence. */
export function atStart(name: string): string {
  const where = placed(name);
  return where.charAt(0).toUpperCase() + where.slice(1);
}

/** Whether it is on the machine that something is, or in a container. */
export const within = (name: string): string =>
  name === '' || name === 'machine' ? 'on the machine' : `in ${placed(name)}`;
