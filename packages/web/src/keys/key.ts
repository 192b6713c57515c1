import type { AnswerOf } from '@docket/sdk';

export type Key = AnswerOf<'getKey'>;
export type ShownKey = AnswerOf<'createKey'>;
