import type { Report } from '../../runner/infra/progress/report.ts';

/** A report that keeps the ids of what was told. */
export function keptReport(): Report & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    plan: () => {},
    note: ({ id }) => void told.push(id),
    task: (title, work) => {
      told.push(title.id);
      return work({ line: () => {}, progress: () => {} });
    },
  };
}
