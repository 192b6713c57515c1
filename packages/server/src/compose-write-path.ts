import type pg from 'pg';
import type { AttemptSources } from './attempt.js';
import { type Committer, createCommitter, createCommitterPool } from './committer/committer.js';
import { type ConsignmentReads, createConsignments } from './consignments/consignments.js';
import { createExecuteConsignment, type ExecuteConsignment } from './consignments/execute-consignment.js';
import type { Database } from './database/connect.js';
import { createDraftSeal, type DraftSeal } from './edits/draft-rows.js';
import { createOrderDrafts, type OrderDrafts } from './edits/order-drafts.js';
import { type EventLog, openEventLog } from './event-log/read-events.js';
import { createExecute, type Execute } from './execute.js';
import { createFacts } from './facts.js';
import type { WriteOrdersDependencies } from './import/write-orders.js';
import { createNumberBlocks } from './number-blocks.js';
import { createPersonalKeys } from './personal-data/keys.js';
import { createPlaceGroup, type PlaceGroup } from './place-group.js';
import { createPreviews, type Previews } from './previews/previews.js';
import { createQuoteBasket, type QuoteBasket } from './pricing/quote-basket.js';
import { createEditTaxes } from './tax/edit-taxes.js';
import { createPlacementTaxes } from './tax/placement-taxes.js';
import type { TaxProviders } from './tax/tax-providers.js';
import type { Tracing } from './tracing/tracing.js';

/** What writes orders, without HTTP: the command line works with this alone. */
export interface WritePath {
  readonly log: EventLog;
  readonly committer: Committer;
  readonly committerPool: pg.Pool;
  readonly quoteBasket: QuoteBasket;
  readonly execute: Execute;
  readonly placeGroup: PlaceGroup;
  readonly previews: Previews;
  readonly drafts: OrderDrafts;
  readonly executeConsignment: ExecuteConsignment;
  readonly consignments: ConsignmentReads;
  readonly draftSeal: DraftSeal;
  /** What a decision is made on. */
  readonly sources: AttemptSources;
  /** What an import writes orders with. */
  readonly writing: WriteOrdersDependencies;
}

export function composeWritePath(deps: {
  readonly database: Pick<Database, 'login' | 'roles' | 'serving'>;
  readonly secret: string;
  readonly clock: () => string;
  readonly tracing?: Tracing | null;
  /** Absent: whoever places orders with this has no tax counted. */
  readonly taxProviders?: TaxProviders;
  /** Absent: whoever writes with this books no payment as its provider says. */
  readonly standing?: NonNullable<AttemptSources['standing']>;
}): WritePath {
  const { serving: pool, login, roles } = deps.database;
  const log = openEventLog(pool, createPersonalKeys(deps.secret));
  const committerPool = createCommitterPool(login, roles.serving);
  const { tracing = null } = deps;
  const untraced = createCommitter({ pool: committerPool, ...(tracing === null ? {} : { around: tracing.batch }) });
  const committer = tracing?.committer(untraced) ?? untraced;
  const facts = createFacts({ pool });
  const { taxProviders, standing } = deps;
  const taxing = taxProviders === undefined ? undefined : { pool, providers: taxProviders, clock: deps.clock };
  const taxes = taxing === undefined ? {} : { tax: createPlacementTaxes(taxing), editTax: createEditTaxes(taxing) };
  const quoteBasket = createQuoteBasket({ pool, facts, ...(taxProviders === undefined ? {} : { taxProviders }) });
  const quote: AttemptSources['quote'] = (account, basket) => quoteBasket(account, basket, deps.clock());
  const asked = { quote, ...taxes, ...(standing === undefined ? {} : { standing }) };
  const sources = { log, facts, numbers: createNumberBlocks({ pool }), ...asked };
  const untracedExecute = createExecute({ ...sources, committer, clock: deps.clock });
  const execute = tracing?.execute(untracedExecute) ?? untracedExecute;
  const placeGroup = createPlaceGroup({ ...sources, committer, clock: deps.clock });
  const previews = createPreviews({ ...sources, execute, clock: deps.clock });
  const writing = { ...sources, committer, clock: deps.clock };
  const draftSeal = createDraftSeal(deps.secret);
  return {
    log,
    committer,
    committerPool,
    quoteBasket,
    execute,
    placeGroup,
    previews,
    executeConsignment: createExecuteConsignment({ ...sources, committer, clock: deps.clock }),
    consignments: createConsignments(log, facts),
    drafts: createOrderDrafts(pool, draftSeal),
    draftSeal,
    sources,
    writing,
  };
}
