export const yaml = {
  'yaml.begins': (v: { character: string }) =>
    `A value cannot begin with ${v.character}, which means something else in YAML. Put the value in quotes, or in a block below \`|\`.`,
  'yaml.escape': (v: { text: string }) =>
    `${v.text} stands for no character. In double quotes write the backslash twice, or put the text in single quotes.`,
  'yaml.colon': () =>
    'The value has a colon in it, which makes it a key of its own. Put the value in quotes, or in a block below `|`.',
  'yaml.nested': () =>
    'The key has a value already, and what follows stands as if inside it. Indent both alike, or take the value away.',
  'yaml.no-colon': () =>
    'This line is neither `key: value` nor part of the text above it. Write the colon, or indent the line further than its key.',
  'yaml.unclosed': (v: { character: string }) => `What begins here lacks its closing ${v.character}.`,
  'yaml.text-indent': () => 'The text below `|` has to be indented further than its key, by spaces.',
  'yaml.text-on-line': () => 'A text below `|` begins on the next line, indented further than its key.',
  'yaml.list-on-line': () =>
    'A list begins on the line below its key: `- one`, or it stands in brackets: `[one, two]`.',
  'yaml.after-quote': () =>
    "The text ends at the quote before this. A single quote inside single quotes is doubled (`''`); text with both kinds goes in a block below `|`.",
};
