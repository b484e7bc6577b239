import { basename, dirname } from 'node:path';
import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Path, Source } from '../source.ts';
import type { Validator } from './validation.ts';

/** Names that occur a second time in a list. */
function repeated(ids: readonly (string | undefined)[], path: (index: number) => Path, source: Source) {
  return ids.flatMap((id, index): readonly Diagnostic[] => {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) return [];
    const { line } = source.position(path(first));
    return [source.diagnose('duplicate-id', path(index), message('lab.duplicate-id', { id, line }))];
  });
}

/** The lab's id is its folder's name; steps, and questions in a step, each have an id of their own. */
export const validateIds: Validator = ({ source, lab }) => {
  const folder = basename(dirname(source.file));
  const named = basename(source.file) === 'lab.yaml' && folder !== '.' && lab.id !== undefined;
  const differs =
    named && lab.id !== folder
      ? [source.diagnose('id-differs', ['id'], message('lab.id-differs', { id: lab.id ?? '', folder }))]
      : [];

  return [
    ...differs,
    ...repeated(
      lab.steps.map((step) => step.id),
      (index) => ['steps', index, 'id'],
      source,
    ),
    ...lab.steps.flatMap((step, at) =>
      repeated(
        step.questions.map((question) => question.id),
        (index) => ['steps', at, 'questions', index, 'id'],
        source,
      ),
    ),
  ];
};
