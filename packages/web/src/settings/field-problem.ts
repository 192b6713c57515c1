import { problemOf } from '../docket';

/** A refusal as a form tells it. */
interface FieldProblem {
  /** What is wrong with the field at this pointer, such as `/name`; null where it is not the one. */
  readonly at: (pointer: string) => string | null;
  /** Something stands under the id of what was to be new. */
  readonly isTaken: boolean;
  /** What no field tells; null where one does. */
  readonly rest: unknown;
}

/** @param pointers of the fields that tell what is wrong with them */
export function fieldProblem(error: unknown, pointers: readonly string[]): FieldProblem {
  const problem = problemOf(error);
  const isTaken = problem?.code === 'version_mismatch';
  const pointer = problem?.pointer;
  const isTold = isTaken || (typeof pointer === 'string' && pointers.includes(pointer));
  return {
    at: (one) => (problem !== null && pointer === one ? problem.detail : null),
    isTaken,
    rest: isTold ? null : error,
  };
}
