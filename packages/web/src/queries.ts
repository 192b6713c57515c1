import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './docket';

/** The client of the API repeats what may help; here a refusal is an answer. What is shown stays fresh for ten seconds. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => problemOf(error) === null && failures < 2 },
    mutations: { retry: false },
  },
});
