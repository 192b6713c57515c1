import { useMutation } from '@tanstack/react-query';
import { queries } from '../queries';

/** Sends a setting, and has every list of settings and their history asked for anew. */
export function useSave<Answer, Sent = void>(send: (sent: Sent) => Promise<Answer>, onDone: (answer: Answer) => void) {
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      await settingsChanged();
      onDone(answer);
    },
  });
}

export const settingsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['settings'] });
