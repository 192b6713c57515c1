import { randomBytes } from 'node:crypto';

/** What the gateway can be told to do wrong, or late: real ones do all of it. */
export const BEHAVIOURS = {
  approve_at_once: 'Approves without a page.',
  decline_begin: 'Declines the payment at once.',
  decline_capture: 'Declines every capture.',
  decline_refund: 'Declines every refund.',
  answer_late: 'Answers captures, voids and refunds with "waiting", and tells by a call-back what became of them.',
  lose_answers: 'Does what it is asked and breaks the connection instead of answering.',
  events_twice: 'Sends every call-back twice.',
  events_backwards: 'Sends the call-back about the approval after those that follow it.',
  no_events: 'Sends no call-back at all.',
} as const;
export type Behaviour = keyof typeof BEHAVIOURS;

export type OperationKind = 'capture' | 'void' | 'refund';

interface SandboxOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly key: string;
  readonly amount: number;
  state: 'settled' | 'declined' | 'waiting';
  message: string | null;
}

export interface SandboxPayment {
  readonly id: string;
  /** Of the shop whose payment it is. Its call-backs are signed with it. */
  readonly apiKey: string;
  readonly key: string;
  readonly pageToken: string;
  readonly reference: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly capture: 'on_approval' | 'on_invoice';
  readonly returnUrl: string;
  readonly eventsUrl: string;
  behaviours: Behaviour[];
  state: 'waiting' | 'approved' | 'denied';
  message: string | null;
  /** The shop ended it before anybody answered; absent in books from before that could be. */
  closed?: boolean;
  authorised: number;
  readonly operations: SandboxOperation[];
}

export type NewPayment = Pick<
  SandboxPayment,
  | 'key' | 'reference' | 'orderId' | 'paymentId' | 'amount' | 'currency' | 'capture' | 'returnUrl' | 'eventsUrl' | 'behaviours'
>; // prettier-ignore

/** What the gateway tells the shop afterwards. */
export interface Told {
  readonly type: string;
  readonly payment: SandboxPayment;
}

/**
 * The books of the sandbox: what it holds, took and gave back, each thing once for its key. It keeps to its own ceilings,
 * as a real one does, whatever the shop believes.
 */
export function createSandboxPayments(
  payments: Map<string, SandboxPayment>,
  tell: (told: Told) => void,
): SandboxPayments {
  const sumOf = ({ operations }: SandboxPayment, kind: OperationKind): number =>
    operations
      .filter((each) => each.kind === kind && each.state !== 'declined')
      .reduce((total, { amount }) => total + amount, 0);

  const leftFor = (payment: SandboxPayment, kind: OperationKind): number =>
    kind === 'refund'
      ? sumOf(payment, 'capture') - sumOf(payment, 'refund')
      : payment.authorised - sumOf(payment, 'capture') - sumOf(payment, 'void');

  const approve = (payment: SandboxPayment): void => {
    payment.state = 'approved';
    payment.authorised = payment.amount;
    if (payment.capture === 'on_approval') {
      const taken = { kind: 'capture', key: payment.key, amount: payment.amount, state: 'settled' } as const;
      payment.operations.push({ id: newId('op'), message: null, ...taken });
    }
    tell({ type: 'payment.approved', payment });
  };

  const deny = (payment: SandboxPayment, message: string): void => {
    payment.state = 'denied';
    payment.message = message;
    tell({ type: 'payment.denied', payment });
  };

  return {
    begin(apiKey, asked) {
      const same = [...payments.values()].find((each) => each.apiKey === apiKey && each.key === asked.key);
      if (same !== undefined) return same;
      const payment: SandboxPayment = {
        ...asked,
        id: newId('sbx'),
        apiKey,
        pageToken: randomBytes(18).toString('base64url'),
        state: 'waiting',
        message: null,
        authorised: 0,
        operations: [],
      };
      payments.set(payment.id, payment);
      if (asked.behaviours.includes('decline_begin')) deny(payment, 'The card was declined.');
      else if (asked.behaviours.includes('approve_at_once')) approve(payment);
      return payment;
    },
    answer(payment, choice) {
      if (payment.state !== 'waiting') return;
      if (choice === 'pay') approve(payment);
      else deny(payment, 'The buyer declined.');
    },
    close(payment) {
      if (payment.state !== 'waiting') return;
      payment.closed = true;
      deny(payment, 'The shop closed the page.');
    },
    operate(payment, kind, key, amount) {
      const same = payment.operations.find((each) => each.kind === kind && each.key === key);
      if (same !== undefined) return same;
      const operation: SandboxOperation = { id: newId('op'), kind, key, amount, state: 'settled', message: null };
      const refused =
        payment.state !== 'approved'
          ? 'The payment is not approved.'
          : amount > leftFor(payment, kind)
            ? `No more than ${leftFor(payment, kind)} is left.`
            : payment.behaviours.includes(kind === 'refund' ? 'decline_refund' : 'decline_capture') && kind !== 'void'
              ? 'The issuer declined.'
              : null;
      if (refused !== null) {
        operation.state = 'declined';
        operation.message = refused;
      } else if (payment.behaviours.includes('answer_late')) operation.state = 'waiting';
      payment.operations.push(operation);
      if (operation.state !== 'waiting') tell({ type: `${kind}.${operation.state}`, payment });
      return operation;
    },
    settleLate(payment, operation) {
      if (operation.state !== 'waiting') return;
      operation.state = 'settled';
      tell({ type: `${operation.kind}.settled`, payment });
    },
  };
}

export interface SandboxPayments {
  /** The payment of this key, begun now or before. */
  begin(apiKey: string, asked: NewPayment): SandboxPayment;
  /** What the buyer chose on the page. */
  answer(payment: SandboxPayment, choice: 'pay' | 'decline'): void;
  /** Nobody can pay any more; nothing where somebody answered before. */
  close(payment: SandboxPayment): void;
  operate(payment: SandboxPayment, kind: OperationKind, key: string, amount: number): SandboxOperation;
  settleLate(payment: SandboxPayment, operation: SandboxOperation): void;
}

export const newId = (kind: string): string => `${kind}_${randomBytes(12).toString('hex')}`;
