import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';

/** What the server says of the fields of a form. */
interface FieldProblem {
  /** What is wrong with this one; null: nothing that is known. */
  readonly of: (name: string) => string | null;
  /** A field tells the refusal, so nothing else has to. */
  readonly isTold: boolean;
}

/** A refusal of a value, in the language of the reader, at the field that it is about. */
export function useFieldProblem(error: unknown): FieldProblem {
  const { t } = useTranslation('documents');
  const problem = problemOf(error);
  const refused = problem?.code === 'custom_field_invalid' ? (problem.pointer?.replace('/custom/', '') ?? null) : null;
  const what = problem?.details?.['problem'];
  return {
    of: (name) =>
      name === refused
        ? t(`problems.${typeof what === 'string' ? what : ''}`, { defaultValue: problem?.detail })
        : null,
    isTold: refused !== null,
  };
}
