import { memo, useId } from 'react';
import { useWords } from '../../messages/use-words.js';
import type { Buckets } from '../../read-model/buckets.js';
import type { CountName, Counts } from '../../read-model/count.js';
import { useEntryWords } from '../use-entry-words.js';
import { Bars } from './bars.js';
import { CountTable } from './count-table.js';
import { seriesOf } from './series.js';

interface ChartProps {
  readonly name: CountName;
  readonly buckets: Buckets;
  readonly counts: Counts;
}

/** One chart, what its colours mean, and the same as a table. Drawn anew when something else was counted, and not before. */
export const Chart = memo(({ name, buckets, counts }: ChartProps) => {
  const { t, number, stretch } = useWords();
  const { filterWord } = useEntryWords();
  const id = useId();
  const series = seriesOf(counts).map((each) => ({ ...each, name: filterWord('outcome', each.code) }));
  const times = buckets.starts.map((start) => stretch(buckets.unit, start));
  const total = series.reduce((sum, each) => sum + each.total, 0);
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        <h2>{t(`charts.${name}`)}</h2>
        <span className="muted">{t('charts.total', { count: total })}</span>
      </figcaption>
      {total === 0 ? (
        <p className="muted">{t('charts.nothing')}</p>
      ) : (
        <>
          <Bars label={t('charts.drawn', { chart: t(`charts.${name}`) })} times={times} series={series} />
          <ul className="chart-key">
            {series.map(({ code, name: word, total: sum }, nth) => (
              <li key={code}>
                <span className={`series series-${nth}`} aria-hidden="true" />
                {word} <span className="muted">{number(sum)}</span>
              </li>
            ))}
          </ul>
          <details>
            <summary>{t('charts.table')}</summary>
            <CountTable caption={t(`charts.${name}`)} unit={buckets.unit} times={times} series={series} />
          </details>
        </>
      )}
    </figure>
  );
});
Chart.displayName = 'Chart';
