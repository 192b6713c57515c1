import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';
import { queries } from '../queries';
import type { WorkflowTable } from './workflow-table';

export type Workflow = AnswerOf<'getWorkflow'>;

export const workflowOf = (workflow: string) =>
  queryOptions({
    queryKey: ['workflows', 'one', workflow],
    queryFn: () => docket.call('getWorkflow', { path: { workflow } }),
  });

/** A version that was published, which never changes. */
export const publishedVersion = (workflow: string, version: number) =>
  queryOptions({
    queryKey: ['workflow-versions', workflow, version],
    queryFn: () => docket.call('getWorkflowVersion', { path: { workflow, version } }),
    staleTime: Infinity,
  });

/** What a write answered stands at once; the list is asked again. */
export async function keepWorkflow(workflow: Workflow): Promise<void> {
  queries.setQueryData(workflowOf(workflow.workflow).queryKey, workflow);
  await queries.invalidateQueries({ queryKey: ['workflows', 'list'] });
}

/** What of a table is a draft: name and version come with publishing. */
export function draftOf({
  name: _name,
  version: _version,
  ...draft
}: WorkflowTable): Omit<WorkflowTable, 'name' | 'version'> {
  return draft;
}
