/** JSON Schema as far as the references need it. */
export type Schema = Readonly<Record<string, unknown>>;

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const propertiesOf = (schema: Schema): readonly (readonly [name: string, schema: Schema])[] =>
  isSchema(schema.properties)
    ? Object.entries(schema.properties).flatMap(([name, each]) => (isSchema(each) ? [[name, each] as const] : []))
    : [];

const isRequired = (schema: Schema, name: string): boolean => list(schema.required).includes(name);

export const describe = (schema: Schema): string => String(schema.description ?? '');

/** What may stand there, in a few words. */
export function kindOf(schema: Schema): string {
  const any = list(schema.anyOf).filter(isSchema);
  if (any.length > 0) return [...new Set(any.filter((each) => each.pattern !== '\\$\\{').map(kindOf))].join(' or ');
  if (schema.const !== undefined) return code(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(code).join(', ');
  // A scalar of any kind is written as people write texts.
  if (Array.isArray(schema.type)) return 'text';
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'integer':
      return 'whole number';
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return isSchema(schema.items) ? `list of ${kindOf(schema.items)}` : 'list';
    case 'object':
      return 'mapping';
    default:
      return String(schema.type ?? 'anything');
  }
}

export const code = (value: unknown): string => `\`${String(value)}\``;

/** A table of a mapping's keys. */
export function tableOf(schema: Schema, leaveOut: readonly string[] = []): string {
  const rows = propertiesOf(schema)
    .filter(([name]) => !leaveOut.includes(name))
    .map(([name, each]) => {
      const usual = each.default === undefined ? '' : ` Default: ${code(JSON.stringify(each.default))}.`;
      const need = isRequired(schema, name) && each.default === undefined ? 'yes' : '';
      return `| ${code(name)} | ${kindOf(each)} | ${need} | ${(describe(each) + usual).replaceAll('|', '\\|')} |`;
    });
  return ['| key | what | required | meaning |', '|---|---|---|---|', ...rows].join('\n');
}
