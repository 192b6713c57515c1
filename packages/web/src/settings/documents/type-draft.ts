import type { AnswerOf, RequestOf } from '@docket/sdk';
import { fieldsIn } from '../../documents/field-schema.js';
import type { Labels } from '../../documents/labels.js';
import { definitionOf, type FieldsDraft, formOf, languagesOf, textsIn } from './fields-draft.js';
import { type Keyed, newKey } from './rows.js';

export type DocumentType = AnswerOf<'getDocumentType'>;
export type TypeBody = Required<RequestOf<'putDocumentType'>['body']>;

export interface StatusDraft extends Keyed {
  readonly status: string;
  readonly labels: Labels;
  readonly locks: boolean;
}

/** Where each status may go, by the keys of their rows, so that a new name changes no move; null: from any to any. */
export type MovesDraft = Readonly<Record<string, readonly string[]>> | null;

/** A type of document while it is written. */
export interface TypeDraft {
  readonly labels: Labels;
  readonly numbers: string | null;
  readonly parents: readonly string[];
  readonly statuses: readonly StatusDraft[];
  readonly moves: MovesDraft;
  readonly fields: FieldsDraft;
  readonly most: number | null;
  readonly active: boolean;
  /** Those in which it has texts. */
  readonly languages: readonly string[];
}

export function draftOf(type: Omit<DocumentType, 'type'>, ofAccount: readonly string[]): TypeDraft {
  const { labels, numbers, parents, most, active } = type;
  const statuses = type.statuses.map((status): StatusDraft => ({ key: newKey(), ...status }));
  const keysOf = (names: readonly string[]): readonly string[] =>
    statuses.filter(({ status }) => names.includes(status)).map(({ key }) => key);
  const moves =
    type.moves === null
      ? null
      : Object.fromEntries(statuses.map(({ key, status }) => [key, keysOf(type.moves?.[status] ?? [])]));
  const fields = fieldsIn(type.fields);
  const spoken = [labels, ...statuses.map((status) => status.labels)].flatMap((texts) => Object.keys(texts));
  const languages = [...new Set([...spoken, ...languagesOf(fields)])];
  return {
    labels,
    numbers,
    parents,
    statuses,
    moves,
    fields: formOf(fields),
    most,
    active,
    languages: languages.length === 0 ? ofAccount : languages,
  };
}

export function bodyOf(draft: TypeDraft): TypeBody {
  const { numbers, parents, most, active, languages, statuses } = draft;
  const { moves } = draft;
  const namesOf = (keys: readonly string[]): string[] =>
    statuses.filter(({ key }) => keys.includes(key)).map(({ status }) => status);
  return {
    labels: textsIn(draft.labels, languages),
    numbers,
    parents: [...parents],
    statuses: statuses.map(({ status, labels, locks }) => ({ status, labels: textsIn(labels, languages), locks })),
    moves:
      moves === null
        ? null
        : Object.fromEntries(
            statuses
              .map(({ key, status }) => [status, namesOf(moves[key] ?? [])] as const)
              .filter(([, targets]) => targets.length > 0),
          ),
    // An object, as far as the client can say.
    fields: definitionOf(draft.fields, languages) as TypeBody['fields'],
    most,
    active,
  };
}

/** Every move that there can be: what somebody begins with who wants to take some away. */
export const allMoves = (statuses: readonly StatusDraft[]): MovesDraft =>
  Object.fromEntries(
    statuses.map(({ key }) => [key, statuses.filter((other) => other.key !== key).map((other) => other.key)]),
  );

/** A number as the template would make it, with sample values; what is no field stands as it is. */
export function exampleNumber(template: string, today: string): string {
  const [year = '', month = '', day = ''] = today.slice(0, 10).split('-');
  const samples: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    group: '1480000500001',
    position: '01',
    store: 'main',
  };
  return template.replaceAll(/\{([a-z]+)(?::(\d+))?\}/g, (whole, field: string, width = '0') =>
    field === 'sequence' ? '42'.padStart(Number(width), '0') : (samples[field] ?? whole),
  );
}
