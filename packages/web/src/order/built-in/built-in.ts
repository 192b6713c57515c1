import type { Typed } from '../actions/command-fields';
import type { Order } from '../order-queries';

/** Where an order keeps the documents of each built-in kind. */
const LISTS = {
  payment: 'payments',
  capture: 'captures',
  void: 'voids',
  refund: 'refunds',
  invoice: 'invoices',
  shipment: 'shipments',
  package: 'packages',
  return: 'returns',
  return_invoice: 'returnInvoices',
} as const;

export type BuiltInKind = keyof typeof LISTS;
export type DocumentOf<Kind extends BuiltInKind> = Order[(typeof LISTS)[Kind]][number];

/** A document of a built-in kind as the order shows it. */
export type BuiltIn = {
  readonly [Kind in BuiltInKind]: { readonly kind: Kind; readonly document: DocumentOf<Kind> };
}[BuiltInKind];

export const isBuiltIn = (kind: string): kind is BuiltInKind => Object.hasOwn(LISTS, kind);

/** The document, by its id in the order; papers go by their number. */
export function builtInOf(order: Order, kind: BuiltInKind, id: string): BuiltIn | null {
  const documents: readonly DocumentOf<BuiltInKind>[] = order[LISTS[kind]];
  const document = documents.find((each) => ('id' in each ? each.id : each.number) === id);
  return document === undefined ? null : ({ kind, document } as BuiltIn);
}

/** The page of a document, built in or of the account's own. */
export const addressOfDocument = (orderId: string, kind: string, id: string): string => {
  const [order, document] = [encodeURIComponent(orderId), encodeURIComponent(id)];
  return isBuiltIn(kind) ? `/orders/${order}/built-in/${kind}/${document}` : `/orders/${order}/documents/${document}`;
};

/** Commands that the reader may send about it now, as the server says. */
export const mayOf = ({ document }: BuiltIn): readonly string[] => ('may' in document ? document.may : []);

/** What a command about a document is filled in with from the start. */
export function wordsAbout({ kind, document }: BuiltIn): Typed {
  switch (kind) {
    case 'capture':
    case 'void':
    case 'refund':
      return { [`${kind}Id`]: document.id, ...(document.state === 'settled' ? { reversed: true } : {}) };
    case 'payment':
    case 'shipment':
    case 'package':
      return { [`${kind}Id`]: document.id };
    case 'return':
      return {
        returnId: document.id,
        resolution: document.resolution,
        ...(document.resolution === 'exchange' ? { exchange: { lines: [] } } : {}),
      };
    case 'invoice':
    case 'return_invoice':
      return { number: document.number };
    default: {
      const never: never = kind;
      throw new Error(`no kind ${String(never)}`);
    }
  }
}

/** The word on the button of a command: of money that has moved one says otherwise that it failed. */
export const commandWord = (built: BuiltIn, command: string): string =>
  'state' in built.document && built.document.state === 'settled' ? 'payments.reverse' : `command.${command}`;

/** What takes something away is not offered in the colour of what leads on. */
export const takesAway = (command: string): boolean =>
  /^(?:fail|abandon|cancel|void|decline|withdraw|close)_|^refund$|^return_to_sender$/.test(command);
