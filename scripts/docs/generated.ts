import { fileURLToPath } from 'node:url';
import { checks } from '../../checks/index.ts';
import { labsFolder } from '../../runner/commands/findLab.ts';
import { catalogLabs } from '../../runner/commands/labs.ts';
import { conceptsIn, readConcepts } from '../../runner/lab/concepts.ts';
import { labJsonSchema } from '../../runner/lab/jsonSchema.ts';
import { reportJsonSchema } from '../../runner/report/schema.ts';
import { checksPage } from './checksPage.ts';
import { curriculumPage } from './curriculumPage.ts';
import { formatPage } from './formatPage.ts';
import { rulesPage } from './rulesPage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Generated files: path within the project → text. */
export function generated(): ReadonlyMap<string, string> {
  const schema = labJsonSchema(checks);
  return new Map([
    ['labs/lab.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['docs/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`],
    ['docs/authors/format.md', formatPage(schema)],
    ['docs/authors/checks.md', checksPage(checks, schema)],
    ['docs/authors/rules.md', rulesPage()],
    [
      'docs/curriculum.md',
      curriculumPage(readConcepts(conceptsIn(labsFolder({ root }))).concepts, catalogLabs({ root, cwd: root })),
    ],
  ]);
}
