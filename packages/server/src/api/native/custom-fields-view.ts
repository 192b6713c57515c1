import { fieldValues, shownValues } from '@docket/core/order/custom-field-changes';
import type { FieldTarget } from '@docket/core/order/document-type';
import type { Order } from '@docket/core/order/order';

/** Fields of the account on a part of the order; nothing where none is set. */
export function customOf({ carried }: Order, target: FieldTarget, id: string): { readonly custom?: object } {
  const custom = shownValues(fieldValues(carried, target, id));
  return Object.keys(custom).length === 0 ? {} : { custom };
}
