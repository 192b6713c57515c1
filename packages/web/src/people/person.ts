import type { AnswerOf } from '@docket/sdk';
import { queries } from '../queries';

export type Person = AnswerOf<'getUser'>;

/** Under `['people']` lie the list and the history of each person. */
export const refreshPeople = (): Promise<void> => queries.invalidateQueries({ queryKey: ['people'] });
