import { definitionProblems } from '@docket/core/custom-fields/field-schema';
import { type DocumentType, type TargetFields, typeProblems } from '@docket/core/order/document-type';
import { refuse } from '@docket/core/order/refusals';
import {
  DOCUMENT_TYPE_DEFAULTS,
  DOCUMENT_TYPE_SCHEMAS,
  TARGET_FIELDS_DEFAULTS,
  TARGET_FIELDS_SCHEMAS,
} from './schemas/documents.js';
import type { SettingResource } from './setting-resources.js';

/** Enough to mend at once. */
const MOST_PROBLEMS = 50;

export const DOCUMENT_TYPE_RESOURCE: SettingResource<DocumentType> = {
  name: 'DocumentType',
  path: '/document-types',
  kind: 'document_type',
  view: 'orders.view',
  edit: 'settings.edit',
  schemas: DOCUMENT_TYPE_SCHEMAS,
  defaults: DOCUMENT_TYPE_DEFAULTS,
  check: (type) => definitionRefusal(typeProblems(type)),
  loaded: false,
  removed: 'yes',
};

export const TARGET_FIELDS_RESOURCE: SettingResource<TargetFields> = {
  name: 'CustomFields',
  path: '/custom-fields',
  kind: 'custom_fields',
  view: 'orders.view',
  edit: 'settings.edit',
  schemas: TARGET_FIELDS_SCHEMAS,
  defaults: TARGET_FIELDS_DEFAULTS,
  check: ({ fields }) =>
    definitionRefusal(
      definitionProblems(fields).map(({ pointer, problem }) => ({ pointer: `/fields${pointer}`, problem })),
    ),
  loaded: false,
  removed: 'yes',
};

function definitionRefusal(problems: readonly { readonly pointer: string; readonly problem: string }[]) {
  const [first] = problems;
  if (first === undefined) return null;
  return refuse('definition_invalid', first.pointer, {
    problems: problems.slice(0, MOST_PROBLEMS).map(({ pointer, problem }) => `${pointer}: ${problem}`),
  });
}
