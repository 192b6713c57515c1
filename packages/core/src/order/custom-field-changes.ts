import {
  checkedPatch,
  changesNothing,
  type FieldPatch,
  type FieldValues,
  NO_VALUES,
  patched,
} from '../custom-fields/field-values.js';
import type { CommandOf } from './commands.js';
import { asRefusal } from './custom-document.js';
import { accepted, type Accepted, type Facts } from './decision.js';
import type { FieldTarget } from './document-type.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { Carried, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

// Events

export type CustomFieldsEvent = EventOf<
  'custom_fields_set',
  { readonly target: FieldTarget; readonly id: string | null; readonly custom: FieldPatch },
  { readonly custom: FieldPatch }
>;

// State

/** Under which name `carried.fields` holds the values of a target: `order`, `line:2`, `payment:1`. */
const nameOf = (target: FieldTarget, id: string | null): string => (id === null ? target : `${target}:${id}`);

/** Values of the account's own fields; those of the order are beside what it was placed with. */
export const fieldValues = (carried: Carried, target: FieldTarget, id: string | null = null): FieldValues => {
  const name = nameOf(target, id);
  return (Object.hasOwn(carried.fields, name) ? carried.fields[name] : undefined) ?? NO_VALUES;
};

/** Both parts in one, as people read them. */
export const shownValues = ({ plain, personal }: FieldValues): FieldValues['plain'] => ({ ...plain, ...personal });

/** What an order was placed with, and what was set since. */
export const orderFields = (carried: Carried): Carried['custom'] => ({
  ...carried.custom,
  ...shownValues(fieldValues(carried, 'order')),
});

export const redactedFields = (fields: Carried['fields']): Carried['fields'] =>
  Object.fromEntries(Object.entries(fields).map(([name, { plain }]) => [name, { plain, personal: {} }]));

// Folding

export function foldCustomFieldsSet(order: Order, event: OrderEventOf<'custom_fields_set'>): Partial<Order> {
  const { target, id, custom: plain } = event.data;
  const { carried } = order;
  const patch = { plain, personal: event.personal?.custom ?? {} };
  const fields = { ...carried.fields, [nameOf(target, id)]: patched(fieldValues(carried, target, id), patch) };
  if (target !== 'order') return { carried: { ...carried, fields } };
  const set = new Set([...Object.keys(patch.plain), ...Object.keys(patch.personal)]);
  const custom = Object.fromEntries(Object.entries(carried.custom).filter(([name]) => !set.has(name)));
  return { carried: { ...carried, custom, fields } };
}

// Deciding

/**
 * Sets fields that the account defined for orders, lines or built-in documents; null takes a value away, and what is so
 * already has no effect. Refusals: target_unknown, custom_field_invalid, too_many, order_forgotten.
 */
export function decideCustomFields(
  order: Order,
  command: CommandOf<'set_custom_fields'>,
  facts: Facts,
): Accepted | Refusal {
  const { target, id, custom } = command;
  if (!exists(order, target, id)) return refuse('target_unknown', id === undefined ? '/target' : '/id', { target });
  const definition = facts.targetFields.find((each) => each.target === target)?.fields ?? NO_FIELDS;
  const before = standing(order, target, id);
  const checked = asRefusal(
    order,
    fieldValues(order.carried, target, id ?? null),
    checkedPatch(definition, before, custom, false),
  );
  if ('refused' in checked) return checked;
  if (changesNothing(checked)) return accepted([]);
  if (order.head.forgotten && Object.values(checked.personal).some((value) => value !== null))
    return refuse('order_forgotten', '/custom');
  return accepted([
    {
      type: 'custom_fields_set',
      data: { target, id: id ?? null, custom: checked.plain },
      personal: { custom: checked.personal },
    },
  ]);
}

const NO_FIELDS = { type: 'object', properties: {} } as const;

/** What an order was placed with counts as its own fields: it may be replaced and taken away like them. */
function standing({ carried }: Order, target: FieldTarget, id: string | undefined): FieldValues {
  const values = fieldValues(carried, target, id ?? null);
  if (target !== 'order') return values;
  return { plain: values.plain, personal: { ...(carried.custom as FieldValues['personal']), ...values.personal } };
}

function exists(order: Order, target: FieldTarget, id: string | undefined): boolean {
  switch (target) {
    case 'order':
      return id === undefined;
    case 'line':
      return order.lines.some((line) => line.id === id);
    case 'payment':
    case 'invoice':
    case 'shipment':
    case 'package':
    case 'return_invoice':
    case 'return':
    case 'capture':
    case 'void':
    case 'refund':
      return id !== undefined && Object.hasOwn(order.documents[target], id);
    default: {
      const never: never = target;
      throw new Error(`unknown target ${String(never)}`);
    }
  }
}
