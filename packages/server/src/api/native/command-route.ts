import type { CommandName, CommandOf } from '@docket/core/order/commands';
import type { Static, TObject } from 'typebox';
import type { Permission } from '../../access/permissions.js';
import { closed, id, orderId } from './schemas/fields.js';

/** Commands that only the house itself sends: timers, forgetting, the other side of a link. They have no route. */
type SystemCommand =
  'expire_placement' | 'end_cancellation_window' | 'end_deadline' | 'end_holds' | 'receive_signal' | 'forget_person';

/** `place` makes the order, so it has a route of its own. */
type RoutedCommand = Exclude<CommandName, SystemCommand | 'place' | 'import_order'>;

export interface CommandRoute {
  readonly command: RoutedCommand;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1/admin/orders/:orderId`. */
  readonly path: string;
  readonly permission: Permission;
  readonly params: TObject;
  readonly body: TObject;
  /** Bytes; that of every route where absent. */
  readonly bodyLimit?: number;
  readonly tag: string;
  readonly summary: string;
}

/** Parameters of a command on the order itself. */
export const OrderParams = closed({ orderId: orderId() });
export const PaymentParams = closed({ orderId: orderId(), paymentId: id() });

/** A row whose parameters and body together are its command: where they are not, it does not compile. */
export function commandRoute<Name extends RoutedCommand, Params extends TObject, Body extends TObject>(
  command: Name,
  row: Omit<CommandRoute, 'command' | 'params' | 'body'> & { params: Params; body: Body } & Fits<Name, Params, Body>,
): CommandRoute {
  return { command, ...row };
}

type Fits<Name extends RoutedCommand, Params extends TObject, Body extends TObject> =
  { type: Name } & Omit<Static<Params>, 'orderId'> & Static<Body> extends CommandOf<Name>
    ? unknown
    : { readonly doesNotFit: CommandOf<Name> };
