import { Type } from 'typebox';
import { date, int, listOf, money, orNull, refOrNull, str } from './answer-fields.js';
import { closed, oneOf } from './fields.js';

const StageSchema = closed(
  { stage: int(), trigger: str(), label: str(), state: oneOf(['next', 'current', 'done']) },
  { $id: 'Stage' },
);
const PartTimeline = closed(
  { channel: str(), packageId: orNull('string'), stages: listOf('Stage') },
  { $id: 'PartTimeline' },
);
const Timeline = closed(
  {
    ended: Type.Optional(str('An order that ended unsent shows this instead.')),
    timelines: Type.Optional(listOf('PartTimeline')),
  },
  { $id: 'Timeline' },
);

const Posting = closed({ debit: str(), credit: str(), amount: money() }, { $id: 'Posting' });
const LedgerEntry = closed(
  { version: int(), type: str(), at: date(), postings: listOf('Posting'), balances: refOrNull('LedgerBalances') },
  { $id: 'LedgerEntry' },
);
const Ledger = closed(
  {
    currency: str(),
    entries: listOf('LedgerEntry'),
    next: orNull('integer', 'The `from` of the next page; null at the end.'),
    balances: refOrNull('LedgerBalances'),
    amountDue: money(),
  },
  {
    $id: 'Ledger',
    description:
      'The double-entry book of the order: what each event of the page posted and the balances after it; `balances` and `amountDue` are those of now.',
  },
);

/** What is told of an order beside itself: its book, and the timeline of its buyer. */
export const LEDGER_ANSWERS = [StageSchema, PartTimeline, Timeline, Posting, LedgerEntry, Ledger];
