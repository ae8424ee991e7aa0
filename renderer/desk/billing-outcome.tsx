import type { BillingView } from '../../shared/call-view.js';
import { useWords } from '../messages/use-words.js';
import { Notice } from '../ui/notice.js';

/** Whether somebody is billed for, and never who. */
export const BillingOutcome = ({ billing }: { readonly billing: BillingView | null }) => {
  const { t, moment } = useWords();
  if (!billing) return null;
  const { active, endedAt } = billing;
  const ended =
    endedAt === null ? t('proof.billing.endedUnknown') : t('proof.billing.endedAt', { time: moment(endedAt) });
  return (
    <Notice
      tone="info"
      title={t(active ? 'proof.billing.active' : 'proof.billing.ended')}
      lines={[...(active && endedAt === null ? [] : [ended]), t('proof.billing.noIdentity')]}
    />
  );
};
