import type { AnswerOf } from '@docket/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { docket } from '../docket';
import { type FieldsSchema, fieldsIn, NO_FIELDS } from './field-schema';
import { labelIn } from './labels';

/** What the account says about documents of its own: 50 types at most, so all of them in one page. */
export type DocumentType = AnswerOf<'getDocumentType'>;
export type FieldTarget = AnswerOf<'getCustomFields'>['target'];

export const typesQuery = queryOptions({
  queryKey: ['settings', 'document-types', 'all'],
  queryFn: async ({ signal }) => (await docket.call('listDocumentType', { query: { limit: 100 } }, { signal })).items,
  staleTime: 60_000,
});

/** Built-in kinds never change while a page is open. */
export const kindsQuery = queryOptions({
  queryKey: ['document-kinds'],
  queryFn: async ({ signal }) => (await docket.call('listDocumentKinds', {}, { signal })).items,
  staleTime: Infinity,
});

const targetsQuery = queryOptions({
  queryKey: ['settings', 'custom-fields', 'all'],
  queryFn: async ({ signal }) => (await docket.call('listCustomFields', { query: { limit: 100 } }, { signal })).items,
  staleTime: 60_000,
});

/** The fields of a target; none while they are asked for. */
export function useTargetFields(target: FieldTarget): FieldsSchema {
  const { data = [] } = useQuery(targetsQuery);
  const found = data.find((each) => each.target === target);
  return found === undefined ? NO_FIELDS : fieldsIn(found.fields);
}

export const typeLabel = (type: DocumentType | undefined, name: string, language: string): string =>
  labelIn(type?.labels, language, name);

/** What a status of a type is called; one that the type has no more keeps its name. */
export function statusLabel(type: DocumentType | undefined, status: string, language: string): string {
  const found = type?.statuses.find((each) => each.status === status);
  return labelIn(found?.labels, language, status);
}
