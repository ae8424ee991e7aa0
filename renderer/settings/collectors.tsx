import type { DeliveryView } from '../../shared/delivery-view.js';
import { useWords } from '../messages/use-words.js';
import { Facts } from '../ui/facts.js';

/** Each collector of the policy, and what keeps it from having everything. */
export const Collectors = ({ delivery }: { readonly delivery: DeliveryView }) => {
  const { t, number, moment, failure: wordsOf } = useWords();
  const stateOf = ({ waiting, since, failure }: DeliveryView['collectors'][number]): string => {
    const behind = since
      ? t('delivery.behind', { count: waiting, shown: number(waiting), since: moment(since) })
      : t('delivery.fine');
    return failure ? `${behind}. ${wordsOf(failure).title}` : behind;
  };
  return (
    <>
      <p>{t('delivery.about')}</p>
      <Facts rows={delivery.collectors.map((each) => ({ name: each.name, value: stateOf(each) }))} />
    </>
  );
};
