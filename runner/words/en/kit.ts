type Of = { noun: string; name: string; of: string; expected: string; actual: string };

/** The few sentences of checks that are built from the kit; `noun` is what the learner calls such a thing: container, Deployment. */
export const kit = {
  'object.refused': (v: { noun: string }) =>
    `The engine made no ${v.noun} of your last \`docker ${v.noun} create\`. Its answer stands in the shell.`,
  'object.refused-by': (v: { noun: string; error: string }) => `The engine made no ${v.noun}: ${v.error}`,
  'kit.right': (v: { noun: string; name: string }) => `The ${v.noun} \`${v.name}\` is as it should be.`,
  'kit.none': (v: { noun: string }) => `There is no such ${v.noun} yet.`,
  'kit.absent': (v: { noun: string; name: string }) => `There is no ${v.noun} \`${v.name}\` yet.`,
  'kit.other-name': (v: { noun: string; actual: string; name: string }) =>
    `Your ${v.noun} is called \`${v.actual}\`, not \`${v.name}\`.`,
  'kit.other': (v: Of) =>
    `\`${v.of}\` of the ${v.noun} \`${v.name}\` is \`${v.actual}\`; it should be \`${v.expected}\`.`,
  'kit.lacks': (v: Of) => `The ${v.noun} \`${v.name}\` has no \`${v.of}\`; it should be \`${v.expected}\`.`,
  'kit.below': (v: Of) =>
    `\`${v.of}\` of the ${v.noun} \`${v.name}\` is \`${v.actual}\`; it should be at least \`${v.expected}\`.`,
  'kit.above': (v: Of) =>
    `\`${v.of}\` of the ${v.noun} \`${v.name}\` is \`${v.actual}\`; it should be at most \`${v.expected}\`.`,
  'kit.unlike': (v: Of) =>
    `\`${v.of}\` of the ${v.noun} \`${v.name}\` is \`${v.actual}\`; it should match \`${v.expected}\`.`,
  'kit.without': (v: Of) =>
    `\`${v.of}\` of the ${v.noun} \`${v.name}\` is \`${v.actual}\`; \`${v.expected}\` should be among it.`,
  'kit.has': (v: Of) => `\`${v.of}\` of the ${v.noun} \`${v.name}\` is \`${v.actual}\`; it should not be set.`,
  'kit.has-not': (v: Of) => `The ${v.noun} \`${v.name}\` has no \`${v.of}\`; it should be set.`,
};
