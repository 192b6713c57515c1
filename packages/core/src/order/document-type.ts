import { areLabels, definitionProblems, type FieldsSchema, type Labels } from '../custom-fields/field-schema.js';
import { templateProblem } from './number-template.js';
import type { DocumentKindName } from './order.js';

/**
 * A kind of document that an account made: the descriptor as data. Its documents hang under an order or another document,
 * have a number of their own series, a status of its own list and the fields that it defines, and decide nothing.
 */
export interface DocumentType {
  /** `warranty`, `quality_report`: stands in documents, and cannot be changed. */
  readonly type: string;
  /** What one of them is called, by language. */
  readonly labels: Labels;
  /** Template of their numbers; null: number of the order, then that of the document in it. */
  readonly numbers: string | null;
  /** What they may hang under: `order`, a built-in kind or another type of the account. */
  readonly parents: readonly string[];
  /** In the order in which a form offers them; a new document gets the first one. */
  readonly statuses: readonly DocumentStatus[];
  /** Where each status may go, by name; null: from any to any. */
  readonly moves: Readonly<Record<string, readonly string[]>> | null;
  readonly fields: FieldsSchema;
  /** How many of them an order may have; null: 1,000 of all types together. */
  readonly most: number | null;
  /** False: no new document is made of it; those that are there go on. */
  readonly active: boolean;
}

export interface DocumentStatus {
  readonly status: string;
  readonly labels: Labels;
  /** True: nothing of a document can be changed while it is in this status, but the status. */
  readonly locks: boolean;
}

/** What may have fields of the account beside documents of its own types. */
export const FIELD_TARGETS = [
  'order',
  'line',
  'payment',
  'capture',
  'void',
  'refund',
  'invoice',
  'shipment',
  'package',
  'return',
  'return_invoice',
] as const;
export type FieldTarget = (typeof FIELD_TARGETS)[number];

/** Fields that an account adds to the order, its lines or a built-in kind of document. */
export interface TargetFields {
  readonly target: FieldTarget;
  readonly fields: FieldsSchema;
}

export const isFieldTarget = (name: string): name is FieldTarget => FIELD_TARGETS.some((target) => target === name);

/** Kinds of document that are built in. */
const BUILT_IN: Readonly<Record<Exclude<DocumentKindName, 'custom'>, true>> = {
  payment: true,
  invoice: true,
  shipment: true,
  package: true,
  return_invoice: true,
  return: true,
  capture: true,
  void: true,
  refund: true,
};

/** Names that no type can have: they mean something else where a type is named. */
const RESERVED: ReadonlySet<string> = new Set([
  ...FIELD_TARGETS,
  ...'custom document credit_note hold consignment purchase statement'.split(' '),
]);

export const isTypeName = (name: string): boolean =>
  /^[a-z][a-z0-9_]{1,39}$/.test(name) && !RESERVED.has(name) && !(name in {});

export const TYPE_LIMITS = { types: 50, statuses: 50, parents: 20, documents: 1_000 } as const;

export interface TypeProblem {
  /** JSON pointer into the type. */
  readonly pointer: string;
  readonly problem: string;
}

/** Everything that stands against a type by itself. Whether the account has the types that it names is asked elsewhere. */
export function typeProblems(type: DocumentType): readonly TypeProblem[] {
  const found: TypeProblem[] = [];
  const say = (pointer: string, problem: string): void => void found.push({ pointer, problem });
  if (!isTypeName(type.type)) say('/type', 'name');
  if (!areLabels(type.labels)) say('/labels', 'label');
  const template = type.numbers === null ? null : templateProblem(type.numbers, 'document');
  if (template !== null) say('/numbers', template);
  if (type.parents.length === 0) say('/parents', 'empty');
  for (const [index, parent] of type.parents.entries()) {
    if (parent !== 'order' && !Object.hasOwn(BUILT_IN, parent) && !isTypeName(parent))
      say(`/parents/${index}`, 'unknown');
  }
  const names = type.statuses.map(({ status }) => status);
  if (names.length === 0) say('/statuses', 'empty');
  for (const [index, { status, labels }] of type.statuses.entries()) {
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(status) || status in {}) say(`/statuses/${index}/status`, 'name');
    // a document comes there by its command, from wherever it is
    if (status === 'cancelled') say(`/statuses/${index}/status`, 'reserved');
    if (names.indexOf(status) < index) say(`/statuses/${index}/status`, 'twice');
    if (!areLabels(labels)) say(`/statuses/${index}/labels`, 'label');
  }
  for (const [from, targets] of Object.entries(type.moves ?? {})) {
    if (!names.includes(from)) say(`/moves/${from}`, 'unknown');
    for (const [index, to] of targets.entries()) if (!names.includes(to)) say(`/moves/${from}/${index}`, 'unknown');
  }
  if (type.moves !== null) {
    for (const status of unreached(names, type.moves)) say('/moves', `never reached: ${status}`);
  }
  for (const { pointer, problem } of definitionProblems(type.fields)) say(`/fields${pointer}`, problem);
  return found;
}

/** The types of the account that a type names. */
export const typesNamed = ({ type, parents }: DocumentType): readonly string[] =>
  parents.filter((parent) => parent !== type && isTypeName(parent));

/** Statuses that no document can come to. */
function unreached(names: readonly string[], moves: NonNullable<DocumentType['moves']>): readonly string[] {
  const reached = new Set(names.slice(0, 1));
  for (const status of reached) for (const to of moves[status] ?? []) reached.add(to);
  return names.filter((name) => !reached.has(name));
}
