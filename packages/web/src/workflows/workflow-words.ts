import { useTranslation } from 'react-i18next';
import type { Step, Transition } from './workflow-table';

/** How steps and what leads out of them are told in the reader's language. */
export interface WorkflowWords {
  step(name: string, step: Step | undefined): string;
  kind(step: Step | undefined): string;
  trigger(transition: Transition, step: Step | undefined): string;
  target(transition: Transition): string;
}

/** Steps that come with Docket are told in the reader's words, those of an account in the words of their author. */
export function useWorkflowWords(isBuiltIn: boolean, steps: Readonly<Record<string, Step>>): WorkflowWords {
  const { t } = useTranslation(['workflows', 'order-list']);
  const step = (name: string, of: Step | undefined): string => {
    const label = of?.label ?? name;
    if (!isBuiltIn) return label;
    return t(`steps.${name}`, { defaultValue: t(`order-list:step.${name}`, { defaultValue: label }) });
  };
  return {
    step,
    kind: (of) => t(`kinds.${of?.kind ?? ''}`, { defaultValue: of?.kind ?? '' }),
    trigger({ trigger }, of) {
      if (trigger === 'next') return t('by.itself');
      if (trigger.startsWith('set:')) return t('by.hand');
      if (trigger.startsWith('signal:')) {
        const signal = trigger.slice('signal:'.length);
        return t('by.signal', { what: t(`signals.${signal}`, { defaultValue: signal.replaceAll('_', ' ') }) });
      }
      const what = t(`facts.${trigger}`, { defaultValue: trigger.replaceAll('_', ' ') });
      if (of?.timer?.raises !== trigger) return t('by.fact', { what });
      const { after } = of.timer;
      if (typeof after !== 'number') return t('by.window', { what });
      return t('by.timer', { what, time: t('days', { count: Math.round(after / 8_640) / 10 }) });
    },
    target({ to, through, isBack }) {
      const names = [...through, ...(to === null ? [] : [to])].map((name) => step(name, steps[name]));
      if (isBack) return [...names, t('back')].join(' → ');
      return names.length === 0 ? t('relayed') : names.join(' → ');
    },
  };
}
