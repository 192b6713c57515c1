import type { CommandName } from './commands.js';
import { waitsInConsignment } from './consigned.js';
import type { MoneyDocument, MoneyKind, MoneyState } from './money-document.js';
import type { DocumentKindName, Documents } from './order.js';
import type { Package } from './package.js';
import { capturable, isWithProvider, openAuthorisation, type Payment, refundable, waits } from './payment.js';
import { goesOtherWay } from './refund-document.js';
import { type Return, RETURN_HEARS, returnState, unsettled } from './return.js';
import type { Shipment } from './shipment.js';

/**
 * What one document may be asked where it stands, in the order in which a screen offers it. Whether the order lets it, and
 * who asks, `allowed.ts` says.
 */
export const ASKED_OF: {
  readonly [Kind in DocumentKindName]: (document: Documents[Kind][string]) => readonly CommandName[];
} = {
  payment: (payment) => askedOfPayment(payment),
  capture: (capture) => askedOfMoney('capture', capture),
  void: (voided) => askedOfMoney('void', voided),
  refund: (refund) => (goesOtherWay(refund) ? [] : askedOfMoney('refund', refund)),
  invoice: () => [],
  shipment: askedOfShipment,
  package: (parcel) => askedOfPackage(parcel),
  return: askedOfReturn,
  return_invoice: () => ['track_return'],
  custom: ({ cancelledAt }) => (cancelledAt === null ? ['change_document', 'cancel_document'] : []),
};

const askedOfPayment = (payment: Payment): readonly CommandName[] => [
  ...when(waits(payment), 'begin_payment', 'cancel_payment'),
  ...when(capturable(payment) > 0, 'capture_payment'),
  ...when(openAuthorisation(payment) > 0, 'void_payment'),
  ...when(refundable(payment) > 0, 'refund'),
  ...when(isWithProvider(payment), 'book_payment'),
];

const when = (holds: boolean, ...commands: readonly CommandName[]): readonly CommandName[] => (holds ? commands : []);

const askedOfMoney = (kind: MoneyKind, { state }: MoneyDocument): readonly CommandName[] =>
  ASKED_OF_MONEY[state].map((what) => `${what}_${kind}` as const);

const ASKED_OF_MONEY = {
  requested: ['settle', 'fail', 'abandon'],
  settled: ['fail'],
  failed: ['retry', 'settle', 'abandon'],
  abandoned: ['settle'],
} as const satisfies Readonly<Record<MoneyState, readonly string[]>>;

/** What waits in a consignment leaves with it, and what has left is cancelled no more. */
function askedOfShipment(shipment: Shipment): readonly CommandName[] {
  const { items, cancelledAt } = shipment;
  if (cancelledAt !== null) return [];
  const hasLeft = items.some(({ sent }) => sent > 0);
  const isLeft = items.some(({ quantity, sent }) => quantity > sent);
  return [
    ...when(isLeft && !waitsInConsignment(shipment), 'send_package'),
    ...when(isLeft && !waitsInConsignment(shipment), 'pack_package'),
    ...when(
      (shipment.packing ?? []).length > 0 && !waitsInConsignment(shipment),
      'move_packed_items',
      'unpack_package',
    ),
    'change_shipment',
    ...when(!hasLeft, 'cancel_shipment'),
  ];
}

const askedOfPackage = ({ deliveredAt, returnedAt }: Package): readonly CommandName[] => [
  ...when(deliveredAt === null && returnedAt === undefined, 'collect_package', 'return_to_sender'),
  'track_package',
  'update_package',
];

/** Beyond its state: what was authorised has to be on its way still, and something accepted not be settled. */
function askedOfReturn(returned: Return): readonly CommandName[] {
  const state = returnState(returned);
  return (Object.keys(RETURN_HEARS) as (keyof typeof RETURN_HEARS)[]).filter((command) => {
    if (!RETURN_HEARS[command].some((heard) => heard === state)) return false;
    if (command === 'receive_return') return returned.lines.some((line) => line.received < line.authorised);
    return command !== 'settle_return' || unsettled(returned).length > 0;
  });
}
