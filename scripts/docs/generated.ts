import { checks } from '../../checks/index.ts';
import { labJsonSchema } from '../../runner/lab/jsonSchema.ts';
import { reportJsonSchema } from '../../runner/report/schema.ts';
import { checksPage } from './checksPage.ts';
import { formatPage } from './formatPage.ts';
import { rulesPage } from './rulesPage.ts';

/** Generated files: path within the project → text. */
export function generated(): ReadonlyMap<string, string> {
  const schema = labJsonSchema(checks);
  return new Map([
    ['labs/lab.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['docs/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`],
    ['docs/authors/format.md', formatPage(schema)],
    ['docs/authors/checks.md', checksPage(checks, schema)],
    ['docs/authors/rules.md', rulesPage()],
  ]);
}
