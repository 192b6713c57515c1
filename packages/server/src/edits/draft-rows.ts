import { hkdfSync } from 'node:crypto';
import { open, seal } from '../personal-data/keys.js';
import { type ConsentWords, type DraftContent, type DraftSummary, kindsOf, type OrderDraft } from './order-draft.js';

/** Encrypts what drafts hold of people, each under its own place. */
export interface DraftSeal {
  content(account: string, draftId: string, content: DraftContent): Buffer;
  openContent(account: string, draftId: string, bytes: Buffer): DraftContent;
  words(account: string, draftId: string, words: ConsentWords): Buffer;
  openWords(account: string, draftId: string, bytes: Buffer): ConsentWords;
}

export function createDraftSeal(secret: string): DraftSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket drafts 1', 32));
  const place = (account: string, draftId: string): string => `${account}\ndraft\n${draftId}`;
  const ofWords = (account: string, draftId: string): string => `${account}\ndraft consent\n${draftId}`;
  return {
    content: (account, draftId, content) => seal(key, JSON.stringify(content), place(account, draftId)),
    openContent: (account, draftId, bytes) =>
      JSON.parse(open(key, bytes, place(account, draftId)).toString()) as DraftContent,
    words: (account, draftId, words) => seal(key, JSON.stringify(words), ofWords(account, draftId)),
    openWords: (account, draftId, bytes) =>
      JSON.parse(open(key, bytes, ofWords(account, draftId)).toString()) as ConsentWords,
  };
}

export interface DraftRow {
  readonly draftId: string;
  readonly orderId: string;
  readonly state: OrderDraft['state'];
  readonly baseVersion: number;
  readonly confirmedAs: number | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null of a row that was written before it was counted. */
  readonly changeCount: number | null;
  readonly kinds: OrderDraft['kinds'];
  readonly askedAt: Date | null;
  readonly askedBy: string | null;
  readonly expiresAt: Date | null;
  readonly answer: NonNullable<OrderDraft['consent']>['answer'];
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly problem: string | null;
  /** In lists only where nothing else says what it holds. */
  readonly sealed: Buffer | null;
}

export interface WholeDraftRow extends DraftRow {
  readonly revision: number;
  readonly confirmedFrom: number | null;
  readonly sealed: Buffer;
  readonly words: Buffer | null;
  readonly link: string | null;
}

const TERMS = `draft_id as "draftId", order_id as "orderId", state, base_version as "baseVersion",
  confirmed_as as "confirmedAs", created_by as "createdBy", created_at as "createdAt", updated_at as "updatedAt",
  change_count as "changeCount", kinds, consent_asked_at as "askedAt", consent_asked_by as "askedBy",
  consent_expires_at as "expiresAt", consent_answer as answer, consent_answered_at as "answeredAt",
  consent_answered_by as "answeredBy", consent_problem as problem`;

/** Contents may be megabytes: a list reads none that it need not. */
export const SUMMARY_COLUMNS = `${TERMS}, case when change_count is null then content end as sealed`;
export const WHOLE_COLUMNS = `${TERMS}, revision, confirmed_from as "confirmedFrom", content as sealed,
  consent_words as words, consent_link as link`;

const questionOf = (row: DraftRow): DraftSummary['consent'] =>
  row.askedAt === null || row.askedBy === null || row.expiresAt === null
    ? null
    : {
        askedAt: row.askedAt.toISOString(),
        askedBy: row.askedBy,
        expiresAt: row.expiresAt.toISOString(),
        answer: row.answer,
        answeredAt: row.answeredAt?.toISOString() ?? null,
        answeredBy: row.answeredBy,
        problem: row.problem,
      };

export function summaryOf(seals: DraftSeal, account: string, row: DraftRow): DraftSummary {
  const { draftId, orderId, state, baseVersion, confirmedAs, createdBy, sealed } = row;
  const content = sealed === null ? null : seals.openContent(account, draftId, sealed);
  return {
    draftId,
    orderId,
    state,
    baseVersion,
    confirmedAs,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    changeCount: row.changeCount ?? content?.changes.length ?? 0,
    kinds: row.changeCount === null && content !== null ? kindsOf(content) : row.kinds,
    consent: questionOf(row),
  };
}

export function draftOf(seals: DraftSeal, account: string, row: WholeDraftRow): OrderDraft {
  const { draftId, revision, confirmedFrom, link } = row;
  const content = seals.openContent(account, draftId, row.sealed);
  const { consent, ...summary } = summaryOf(seals, account, { ...row, sealed: null });
  const words = row.words === null ? { message: null, reason: null } : seals.openWords(account, draftId, row.words);
  return {
    ...summary,
    revision,
    confirmedFrom,
    content,
    changeCount: content.changes.length,
    kinds: kindsOf(content),
    consent: consent === null ? null : { ...consent, ...words },
    link,
  };
}
