import './charts.css';
import { useWords } from '../../messages/use-words.js';
import type { Block } from '../../read-model/block.js';
import { countNames } from '../../read-model/count.js';
import type { Filter } from '../../read-model/filter.js';
import { Chart } from './chart.js';
import { useCounted } from './use-counted.js';

interface ChartsProps {
  readonly blocks: readonly Block[];
  readonly filter: Filter;
}

/** How calls ended and what came of proofs, over time. */
export const Charts = ({ blocks, filter }: ChartsProps) => {
  const { t } = useWords();
  const counted = useCounted(blocks, filter);
  return (
    <div className="charts" tabIndex={0} role="region" aria-label={t('charts.title')}>
      <p className="muted">{t('charts.about')}</p>
      {counted &&
        countNames.map((name) => (
          <Chart key={name} name={name} buckets={counted.buckets} counts={counted.counts[name]} />
        ))}
    </div>
  );
};
