import type { AnswerOf } from '@docket/sdk';

export type Import = AnswerOf<'getImport'>;

export const isMoving = ({ state }: Import): boolean => state === 'waiting' || state === 'running';
