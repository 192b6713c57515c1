import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { describeDocuments } from './document-kinds.js';
import { RETURN_KIND, returnState } from './return.js';
import type { History } from './given.test-support.js';
import { ASKED_OF } from './asked-of.js';
import { randomReturn } from './random-returns.test-support.js';
import {
  accept,
  ask,
  authorise,
  back,
  delivered,
  orderOf,
  pieces,
  receive,
  returnOf,
  settle,
} from './returned.test-support.js';

describe('a request', () => {
  const month = 40 * 86_400;

  it('is in the words of the account: an unknown reason is none, and one may need a comment', () => {
    const order = delivered();
    const because = (reason: string, comment?: string): Command => ({
      type: 'request_return',
      items: [{ lineId: '1', quantity: 1, reason, ...(comment === undefined ? {} : { comment }) }],
    });
    order.when(because('bored')).refused('return_reason_unknown', '/items/0/reason');
    order.when(because('moved_house')).refused('return_reason_unknown');
    order.when(because('worn')).refused('return_reason_unknown');
    order.when(because('faulty')).refused('return_comment_needed', '/items/0/comment');
    order.when(because('faulty', 'the handle broke')).then('return_requested');
  });

  it.each([
    [{ items: [] }, 'return_names_no_pieces'],
    [{ items: [1, 1].map(() => ({ lineId: '1', quantity: 1, reason: 'no_longer_needed' })) }, 'duplicate_id'],
    [{ items: [{ lineId: '9', quantity: 1, reason: 'no_longer_needed' }] }, 'reference_unknown'],
  ] as const)('is refused: %j as %s', (changes, code) => {
    delivered()
      .when(ask('1', 1, changes))
      .refused(code);
  });

  it('after the window is made by staff alone, with a reason, and never of pieces that are not there', () => {
    const order = delivered();
    order.when(ask('1', 1), 'staff', month).refused('outside_return_window', '/items/0/lineId');
    for (const other of ['shopper', 'seller', 'marketplace', 'system'] as const)
      order.when(ask('1', 1, { exception: 'in hospital' }), other, month).refused('not_this_actor');
    order.when(ask('1', 3, { exception: 'in hospital' }), 'staff', month).refused('return_quantity_unavailable');
    const { history } = order.when(ask('1', 2, { exception: 'in hospital' }), 'staff', month).then('return_requested');
    expect(returnOf(history)).toMatchObject({ exception: true, exceptionReason: 'in hospital', requestedBy: 'staff' });
  });

  it('of the buyer says that it is theirs, whoever types it', () => {
    expect(returnOf(delivered().when(ask('1', 1), 'shopper').history).requestedBy).toBe('buyer');
    expect(returnOf(delivered().when(ask('1', 1, { byBuyer: true })).history).requestedBy).toBe('buyer');
  });

  it('has a number of its order, is found by it, and moves neither goods nor money', () => {
    const before = delivered();
    const { history } = before.when(ask('1', 1)).status('delivered');
    expect(history.claims).toEqual(before.claims);
    expect(orderOf(history).head.ledger).toEqual(orderOf(before).head.ledger);
    const found = describeDocuments(orderOf(history)).find(({ kind }) => kind === 'return');
    expect(found).toMatchObject({ state: 'requested', number: '1480000500001-01-RT1', amount: null });
    expect(found?.searchTerms).toEqual(['1480000500001-01-RT1']);
  });

  it('gives its pieces free when it is declined or withdrawn, and is decided once', () => {
    const asked = delivered().when(ask('2', 1)).history;
    asked.when(ask('2', 1)).refused('nothing_left_to_return');
    const declined = asked
      .when({ type: 'decline_return', returnId: '1', reason: 'worn' })
      .then('return_declined').history;
    const withdrawn = asked
      .when({ type: 'withdraw_return', returnId: '1', reason: 'it fits after all' }, 'shopper')
      .then('return_withdrawn').history;
    expect(returnOf(withdrawn).withdrawReason).toBe('it fits after all');
    for (const over of [declined, withdrawn]) {
      over.when(ask('2', 1)).then('return_requested');
      over.when(authorise()).refused('return_in_other_state');
    }
    asked.when(authorise('7')).refused('return_not_found', '/returnId');
    asked.when(authorise('constructor')).refused('return_not_found', '/returnId');
  });

  it('of a buyer who asks and withdraws for ever ends at 100, and staff go on', () => {
    let order = delivered();
    for (let count = 1; count <= 100; count += 1)
      order = order
        .when(ask('2', 1), 'shopper')
        .history.when({ type: 'withdraw_return', returnId: String(count) }, 'shopper').history;
    order.when(ask('2', 1), 'shopper').refused('too_many');
    order.when(ask('2', 1, { byBuyer: true })).refused('too_many');
    const { history } = order.when(ask('2', 1)).then('return_requested');
    history.when(authorise('101')).then('return_authorised');
  });

  it('waits beside 19 others of the buyer at most', () => {
    const lines = [{ sku: 'MUG', quantity: 30 }];
    const payments = [{ method: 'card', amount: 120_000 }];
    let order = delivered({ lines, deliveries: [], total: 120_000, payments });
    for (let count = 1; count <= 20; count += 1) order = order.when(ask('1', 1), 'shopper').history;
    order.when(ask('1', 1), 'shopper').refused('too_many');
    order.when(ask('1', 1)).then('return_requested');
    order.when(authorise()).history.when(ask('1', 1), 'shopper').then('return_requested');
  });

  it('cannot be withdrawn once goods came', () => {
    back('1', 1).when({ type: 'withdraw_return', returnId: '1' }).refused('return_in_other_state');
  });
});

describe('goods that come back', () => {
  it('are requested, authorised, received, accepted and settled: six numbers, and none takes the place of another', () => {
    const { history } = delivered()
      .when(ask('1', 2))
      .history.when(authorise())
      .history.when(receive('1', { items: [{ lineId: '1', quantity: 1 }], carrier: 'Post', trackingNumber: 'T9' }))
      .history.when(accept('1', 1))
      .history.when(settle());
    expect(pieces(history)).toEqual([{ lineId: '1', counts: [2, 2, 1, 1, 0, 1] }]);
    expect(returnOf(history).receipts).toMatchObject([{ carrier: 'Post', trackingNumber: 'T9' }]);
    const late = history.when(receive()).history;
    expect(pieces(late)).toEqual([{ lineId: '1', counts: [2, 2, 2, 1, 0, 1] }]);
    expect(returnState(returnOf(late))).toBe('received');
  });

  it('are no more than the step before left', () => {
    const asked = delivered().when(ask('1', 1)).history;
    asked.when(authorise('1', { items: [{ lineId: '1', quantity: 2 }] })).refused('return_quantity_exceeded');
    asked.when(authorise('1', { items: [{ lineId: '1', quantity: 0 }] })).refused('return_names_no_pieces');
    asked.when(receive()).refused('return_in_other_state');
    const came = back('1', 1);
    came.when(receive()).refused('return_names_no_pieces');
    came.when(receive('1', { items: [{ lineId: '1', quantity: 1 }] })).refused('return_quantity_exceeded');
    came.when(accept('1', 2)).refused('return_quantity_exceeded', '/items/0');
    came.when(accept('1', 0)).refused('return_names_no_pieces');
    came.when(accept('2', 1)).refused('reference_unknown', '/items/0/lineId');
    came.when(accept('1', 0, { rejected: 1 })).refused('return_reason_unknown', '/items/0/reason');
    came.when(settle()).refused('return_in_other_state');
  });

  it('go back on their shelf with the inspection that says so, and never again with the paper', () => {
    const before = back('1', 2);
    const items = [
      { lineId: '1', accepted: 1, rejected: 0, restock: true },
      { lineId: '1', accepted: 1, rejected: 0 },
    ];
    const { history } = before.when({ type: 'inspect_return', returnId: '1', items }).then('return_inspected');
    expect(history.claims.slice(before.claims.length)).toMatchObject([{ kind: 'restock', sku: 'MUG', quantity: 1 }]);
    const settled = history.when(settle()).then('return_invoice_issued', 'return_settled').history;
    expect(settled.claims).toHaveLength(history.claims.length);
    expect(orderOf(settled).lines[0]?.returned).toBe(2);
  });

  const more = (): History =>
    delivered()
      .when(ask('1', 2))
      .history.when(authorise())
      .history.when(receive('1', { items: [{ lineId: '1', quantity: 1 }] })).history;

  it.each([
    ['rejected', more().when(accept('1', 0, { rejected: 1, reason: 'worn' })).history],
    ['settled', more().when(accept('1', 1)).history.when(settle()).history],
  ])('of which a part came and was %s wait for the rest, until it comes or the case is closed', (_, history) => {
    const state = returnState(returnOf(history));
    expect([state, RETURN_KIND.work?.[state]]).toEqual(['partly_received', 'expect']);
    const [first] = returnsAsked(history);
    expect(first).toEqual(['receive_return', 'close_return']);
    const rest = history.when(receive()).then('return_received').history;
    expect(returnState(returnOf(rest))).toBe('received');
    const closed = history.when({ type: 'close_return', returnId: '1' }).then('return_closed').history;
    closed.when(ask('1', 1)).then('return_requested');
  });

  const returnsAsked = (history: History): readonly (readonly string[])[] =>
    Object.values(orderOf(history).documents.return).map((returned) => ASKED_OF.return(returned));

  it('in every state have a next step where there is work, and none is a step that nobody can take', () => {
    const steps = {
      decide: 'authorise_return',
      expect: 'receive_return',
      inspect: 'inspect_return',
      settle: 'settle_return',
    };
    fc.assert(
      fc.property(fc.array(randomReturn, { minLength: 4, maxLength: 16, size: 'max' }), (commands) => {
        let history = more();
        for (const command of commands) {
          history = history.when(command).history;
          for (const returned of Object.values(orderOf(history).documents.return)) {
            const work = RETURN_KIND.work?.[returnState(returned)] as keyof typeof steps | 'done';
            if (work !== 'done') expect(ASKED_OF.return(returned)).toContain(steps[work]);
            else if (returned.closedAt === null && returned.withdrawnAt === null)
              expect(
                returned.lines.every(
                  ({ authorised, received }) => received === authorised || returned.authorisedAt === null,
                ),
              ).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('that are rejected stay with the case: they are worth nothing and cannot be asked for again', () => {
    const { history } = back('2', 1).when(accept('2', 0, { rejected: 1, reason: 'worn' }));
    expect(returnState(returnOf(history))).toBe('closed');
    history.when(settle()).refused('return_in_other_state');
    history.when(ask('2', 1)).refused('nothing_left_to_return');
  });

  it('and never came are given free by closing the case', () => {
    const waiting = delivered().when(ask('2', 1)).history.when(authorise()).history;
    const { history } = waiting.when({ type: 'close_return', returnId: '1', reason: 'lost' }).then('return_closed');
    history.when(receive()).refused('return_in_other_state');
    history.when(ask('2', 1)).then('return_requested');
  });
});
